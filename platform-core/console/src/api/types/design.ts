import type { Text } from './common';
import type { Choice, Condition } from './definition';

/** A choice; in a tree with more below it. */
export interface ChoiceNode extends Choice {
  choices?: ChoiceNode[];
}

/** A field as it stands in a definition; which members it has depends on its type. */
export interface DesignField {
  id: string;
  type: string;
  label: Text;
  help?: Text;
  required?: boolean;
  showIf?: Condition;
  sensitive?: boolean;
  secrecy?: { ground: string };
  facet?: boolean;
  measure?: 'sum';
  default?: unknown;
  maxLength?: number;
  pattern?: string;
  min?: number;
  max?: number;
  unit?: string;
  currency?: string;
  choices?: ChoiceNode[];
  roles?: string[];
  assetTypes?: string[];
  maxCount?: number;
  columns?: DesignField[];
  minRows?: number;
  maxRows?: number;
}

export interface DesignState {
  id: string;
  phase: 'open' | 'closed';
  label: Text;
}

/** One member, named by what it does. */
export type Effect = Record<string, unknown>;

export interface DesignTransition {
  id: string;
  from: string[];
  to: string;
  label: Text;
  permission?: string;
  reason?: 'none' | 'optional' | 'required';
  requires?: (string | { actions: 'at-least-one' | 'all-done' })[];
  effects?: Effect[];
}

export interface Route {
  when?: Condition;
  assign?: { role: string; for?: 'unit' };
  notify?: string[];
}

export interface Deadline {
  id: string;
  label: Text;
  /** For which records it starts; for all when it says nothing. */
  when?: Condition;
  starts?: string;
  stops: string[];
  due: string;
  remind?: string[];
  escalate?: { to: string };
}

/** How long records of the kind are kept, and what is done then. */
export interface Keeping {
  keep: string;
  /** A closed state, or `created`. */
  from: string;
  rule?: 'full-calendar-years' | 'exact';
  action?: 'delete' | 'anonymise' | 'keep';
  ground?: Text;
}

/** The document of a kind. */
export interface Doc {
  type: string;
  kind: string;
  title: Text;
  icon?: string;
  public?: boolean;
  defaults?: Record<string, unknown>;
  fields: DesignField[];
  layout: { group: Text; fields: string[] }[];
  states: DesignState[];
  initial: string;
  transitions: DesignTransition[];
  routing: Route[];
  deadlines: Deadline[];
  retention?: Keeping;
}

export interface DesignKind {
  kind: string;
  title: Text | null;
  icon: string;
  version: number;
  own: boolean;
  retired: boolean;
  module: boolean;
  waiting: boolean;
  records: number;
  older: number;
  draft: { id: string; updatedAt: string; updatedBy: string } | null;
}

export interface DesignType {
  type: string;
  title: Text;
  titles: Text;
  icon: string;
  dormant: boolean;
  kinds: DesignKind[];
}

export interface Draft {
  id: string;
  type: string;
  kind: string;
  base: number;
  version: number;
  updatedAt: string;
  updatedBy: string;
  definition: Doc;
}

export interface Fault {
  field: string;
  detail: Text;
}

export interface Difference {
  section: string;
  change: 'added' | 'removed' | 'changed' | 'moved';
  id?: string;
  label?: Text;
  members?: { name: string; before: unknown; after: unknown }[];
  before?: unknown;
  after?: unknown;
}

export interface StrandedGroup {
  state: string;
  label: Text;
  gone: boolean;
  records: number;
  examples: { id: string; number: string; title: string }[];
}

export interface Comparison {
  base: number;
  version: number;
  valid: boolean;
  differences: Difference[];
  stranded: StrandedGroup[];
}

export interface TrialStep {
  step: string;
  label: Text;
  ok: boolean;
  state: DesignState;
  problems: { field: string; label: Text; detail: Text }[];
  follows: { what: string; rule?: number; details: unknown }[];
}

export interface Trial {
  steps: TrialStep[];
  state: DesignState;
  actions: { open: number; done: number };
  possible: {
    id: string;
    label: Text;
    reason: string;
    to: string;
    missing: { field: string; label: Text }[];
    missingActions: string[];
  }[];
}

export interface Move {
  id: string;
  version: number;
  moved: number;
  stayed: number;
  by: string;
  startedAt: string;
  endedAt: string | null;
}

export interface MovePlan {
  version: number;
  records: number;
  staying: number;
  hash: string;
  lines: { version: number; state: string; label: Text; phase: string; records: number; to: string }[];
  left: { version: number; field: string; label: Text; gone: boolean }[];
  missing: { field: string; label: Text }[];
}

/** Words of an area that a definition may use. */
export interface Words {
  permissions: { id: string; title: Text }[];
  roles: { id: string; title: Text }[];
}

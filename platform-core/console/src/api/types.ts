/** What the platform's REST interface answers (docs/rest.md). */

export interface Text {
  sv: string;
  en: string;
}

export interface Person {
  id: string;
  name: string;
}

export interface Session {
  account: { id: string; username: string; name: string };
  permissions: string[];
  csrf: string;
}

export type Right = 'create' | 'read' | 'handle';

export interface RecordType {
  type: string;
  path: string;
  title: Text;
  titles: Text;
  icon?: string;
  may?: Right[];
}

export interface ImportFormat {
  id: string;
  title: Text;
  accepts?: string[];
}

export interface Area {
  module: string;
  version: string;
  revision: string;
  title: Text;
  icon?: string;
  path?: string;
  records: RecordType[];
  imports?: ImportFormat[];
}

export interface Navigation {
  areas: Area[];
  administration: string[];
}

export interface Unit {
  id: string;
  code: string;
  name: Text;
  type?: string;
  parent?: string | null;
}

export interface Place {
  name?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

export interface Transition {
  id: string;
  to: string;
  label: Text;
  allowed: boolean;
  permitted: boolean;
  reason: 'none' | 'optional' | 'required';
  missing: string[];
}

export interface RecordDoc {
  id: string;
  number: string;
  type: string;
  kind: string;
  title: string;
  description: string | null;
  state: string;
  phase: 'open' | 'closed';
  unit: Unit | null;
  place: Place | null;
  occurredAt: string | null;
  occurredUntil: string | null;
  category: string | null;
  severity: number | null;
  assignee: Person | null;
  secrecy: 'open' | 'internal' | 'restricted';
  channel: string | null;
  source: { name: string; key: string } | null;
  fields: Record<string, unknown>;
  definitionVersion: number;
  version: number;
  createdAt: string;
  createdBy: Person | null;
  updatedAt: string;
  updatedBy: Person | null;
  transitions?: Transition[];
  dormant?: boolean;
}

export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}

export interface Choice {
  id: string;
  label: Text;
}

export type FieldType = 'text' | 'long-text' | 'number' | 'money' | 'date' | 'time' | 'choice' | 'boolean' | 'people';

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field: string; is?: unknown; in?: unknown[]; atLeast?: number; atMost?: number; isSet?: boolean };

export interface FieldDefinition {
  id: string;
  type: FieldType;
  label: Text;
  help?: Text;
  required?: boolean;
  facet?: boolean;
  measure?: unknown;
  choices?: Choice[];
  showIf?: Condition;
  sensitive?: boolean;
  maxLength?: number;
  pattern?: string;
  min?: number;
  max?: number;
  unit?: string;
  currency?: string;
  roles?: string[];
  multiple?: boolean;
}

export interface StateDefinition {
  id: string;
  phase: 'open' | 'closed';
  label: Text;
}

export interface TransitionDefinition {
  id: string;
  from: string[];
  to: string;
  label: Text;
  reason?: 'none' | 'optional' | 'required';
  requires?: unknown[];
}

export interface KindDefinition {
  type: string;
  kind: string;
  version: number;
  title: Text;
  icon?: string;
  help?: Text;
  fields: FieldDefinition[];
  layout: { group: Text; fields: string[] }[];
  states: StateDefinition[];
  initial: string;
  transitions: TransitionDefinition[];
  defaults?: Record<string, unknown>;
}

export interface TypeDefinition {
  type: string;
  path: string;
  title: Text;
  titles: Text;
  icon?: string;
  kinds: KindDefinition[];
}

export interface HistoryEntry {
  position: number;
  id: string;
  at: string;
  by: Person | null;
  action: string;
  data: Record<string, unknown> | null;
}

export interface SearchHit {
  id: string;
  number: string;
  type: string;
  kind: string;
  title: string;
  state: string;
  phase: string;
  place: string | Place | null;
  occurredAt: string | null;
}

export interface Cube {
  cells: ({ count?: number } & Record<string, string | number | undefined>)[];
  total: number;
  dimensions: { id: string; title: Text | string; values: { key: string; label: Text | string }[] }[];
}

export interface FacetValue {
  key: string;
  label: Text | string;
  count: number;
}

export interface Facets {
  facets: Record<string, FacetValue[]>;
  total: number;
}

export interface Cluster {
  latitude: number;
  longitude: number;
  count: number;
  bbox: [number, number, number, number];
}

export interface MapAnswer {
  clusters: Cluster[];
  located: number;
  total: number;
}

export type HealthStatus = 'OK' | 'WARN' | 'TEMPORARILY_UNAVAILABLE' | 'CRITICAL';

export interface ModuleItem {
  id: string;
  version: string;
  title: Text;
  revision: string;
  state: 'live' | 'dormant' | 'kept';
  health: { status: HealthStatus; message: Text | string };
  since: string;
  previous?: string | null;
  reason?: Text | string | null;
  records: RecordType[];
}

export interface ModuleList {
  platform: string;
  items: ModuleItem[];
  catalogue: { id: string; version: string; title: Text }[];
}

export interface Step {
  id: string;
  title: Text;
  detail: Text;
  millis: number;
}

export interface Plan {
  hash: string;
  module: string;
  title: Text;
  from?: string | null;
  to: string;
  possible: boolean;
  problems: Text[];
  steps: Step[];
  sql: { script: string; sql: string; rows: number; millis: number }[];
  changes: { kind: string; what: string; id: string; detail: Text }[];
  madeAt: string;
}

export interface Operation {
  id: string;
  kind: 'install' | 'update' | 'rollback' | 'uninstall';
  module: string;
  from?: string | null;
  to?: string | null;
  actor: string;
  at: string;
  ok: boolean;
  failure?: Text | null;
  steps: Step[];
}

export interface ImportRun {
  id: string;
  format: string;
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  bytes: number;
  bytesRead: number;
  items: number;
  created: number;
  existing: number;
  refused: number;
  startedAt: string | null;
  finishedAt: string | null;
  failure?: Text | string | null;
  actor: Person | string | null;
}

export interface ImportError {
  line: number;
  type: string;
  detail: string;
  errors?: { field: string; detail: string }[];
  item?: unknown;
}

export interface Token {
  id: string;
  name: string;
  permissions: string[];
  expiresAt: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  token?: string;
}

export interface Account {
  id: string;
  username: string;
  name: string;
  enabled: boolean;
  roles: string[];
}

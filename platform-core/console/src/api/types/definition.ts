import type { Text } from './common';

export interface Choice {
  id: string;
  label: Text;
  /** In a tree, those below it. */
  choices?: Choice[];
}

export type FieldType =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'range'
  | 'date'
  | 'time'
  | 'choice'
  | 'tree'
  | 'boolean'
  | 'people'
  | 'person'
  | 'unit'
  | 'asset'
  | 'place'
  | 'file'
  | 'photo'
  | 'table';

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
  assetTypes?: string[];
  maxCount?: number;
  columns?: FieldDefinition[];
  minRows?: number;
  maxRows?: number;
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

/** A role that definitions of the type may name. */
export interface RoleName {
  id: string;
  title: Text;
}

export interface TypeDefinition {
  type: string;
  path: string;
  title: Text;
  titles: Text;
  icon?: string;
  /** None from a platform that does not tell them. */
  roles?: RoleName[];
  kinds: KindDefinition[];
}

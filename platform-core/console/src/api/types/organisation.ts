import type { Person, Text } from './common';

/** A unit on one day. */
export interface UnitRow {
  id: string;
  code: string;
  name: Text;
  type: string;
  parent: string | null;
  path: string;
  manager: string | null;
  costCentre: string | null;
  validFrom: string | null;
  validTo: string | null;
  externalKey: string | null;
  successor: string | null;
  version: number;
  valid: boolean;
}

export interface Node {
  unit: UnitRow;
  children: number;
}

export interface Named {
  id: string;
  code: string;
  name: Text;
}

export interface Hit {
  unit: UnitRow;
  above: Named[];
}

export interface Details extends Hit {
  children: number;
  manager: Person | null;
  successor: Named | null;
}

export interface Period {
  from: string | null;
  to: string | null;
  name: Text;
  type: string;
  parent: Named | null;
  manager: Person | null;
  costCentre: string | null;
}

export type ChangeKind = 'created' | 'moved' | 'renamed' | 'ended' | 'changed';

export interface Change {
  kind: ChangeKind;
  unit: string;
  code: string;
  name: Text;
  on: string | null;
  from: Text;
  to: Text;
}

/** What a reorganisation does, before it happens. */
export interface Preview {
  possible: boolean;
  problems: { field: string; detail: Text }[];
  counts: Partial<Record<ChangeKind, number>>;
  changes: Change[];
  concerned: number;
  uses: { id: string; title: Text; count: number; open: number }[];
  access: { gaining: number; losing: number } | null;
}

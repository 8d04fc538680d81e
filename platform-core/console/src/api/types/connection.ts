import type { Person, Text } from './common';

/** The other side of a connection, as far as it may be seen. */
export interface OtherRecord {
  id: string;
  number: string;
  type: string;
  typeTitle: Text;
  kind: string;
  title: string;
  state: string;
  stateLabel: Text;
  phase: 'open' | 'closed';
  occurredAt: string | null;
  place: string;
  secrecy: 'open' | 'internal' | 'restricted';
  merged: boolean;
  dormant: boolean;
}

export interface Relation {
  id: string;
  label: Text;
}

export interface Link {
  id: string;
  relation: string;
  label: Text;
  record: OtherRecord | null;
  asset: { id: string; name: string; type: string; status: string } | null;
  note: string;
  at: string;
  by: Person;
}

export interface Links {
  items: Link[];
  relations: Relation[];
  assetRelations: Relation[];
  /** Where the next page begins, of a platform that gives them in pages. */
  next?: string | null;
}

export interface Proposal {
  record: OtherRecord;
  score: number;
  reasons: { kind: string; text: Text }[];
}

export interface Series {
  record: OtherRecord;
  name: string;
  members: OtherRecord[];
  next?: string | null;
}

export interface SeriesOf {
  leads: Series | null;
  in: Pick<Series, 'record' | 'name'>[];
}

/** A value by its name, as it stands in the record. */
export interface Named {
  name: string;
  label: Text;
  value: unknown;
}

export interface MergePreview {
  from: OtherRecord;
  into: OtherRecord;
  filled: Named[];
  conflicts: (Named & { into: unknown })[];
  kept: Named[];
  /** Rows of others by table. */
  moves: Record<string, number>;
  stricter: boolean;
  held: boolean;
  hash: string;
}

export interface MergeState {
  merged: { into: OtherRecord | null; reason: string; at: string; by: Person } | null;
  mergedIn: OtherRecord[];
}

export interface Target {
  type: string;
  title: Text;
  kinds: { kind: string; title: Text }[];
}

export interface Conversion {
  type: string;
  kind: string;
  title: Text;
  carried: Named[];
  left: Named[];
  missing: { name: string; label: Text }[];
  /** How many values stay where they are because they may not be read. */
  withheld: number;
  appendix: string;
}

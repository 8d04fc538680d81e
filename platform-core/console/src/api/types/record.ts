import type { Person, Text } from './common';
import type { Unit } from './session';

export interface Place {
  name?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

/** What a record is about; without a name for those who may not see it. */
export interface AboutAsset {
  id: string;
  name: string | null;
}

export interface Transition {
  id: string;
  to: string;
  label: Text;
  allowed: boolean;
  permitted: boolean;
  reason: 'none' | 'optional' | 'required';
  missing: string[];
  /** What else it asks for that is not so, in words. */
  unmet?: Text[];
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
  asset: AboutAsset | null;
  place: Place | null;
  occurredAt: string | null;
  occurredUntil: string | null;
  category: string | null;
  severity: number | null;
  assignee: Person | null;
  secrecy: 'open' | 'internal' | 'restricted';
  /** The provision behind `restricted`. */
  secrecyGround?: string;
  /** What is secret by itself: field to provision. */
  secretFields?: Record<string, string>;
  /** Those of them whose value is not here. */
  withheld?: string[];
  channel: string | null;
  source: { name: string; key: string } | null;
  fields: Record<string, unknown>;
  /** What the ids in its fields stand for; without what the reader may not see. */
  references?: Record<string, { type: string; name: Text | string }>;
  definitionVersion: number;
  version: number;
  createdAt: string;
  createdBy: Person | null;
  updatedAt: string;
  updatedBy: Person | null;
  transitions?: Transition[];
  dormant?: boolean;
  /** Goes on in another record. */
  merged?: boolean;
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

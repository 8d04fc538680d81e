import type { Text } from './common';

/** Who is looked for. Never part of an address. */
export interface Sought {
  account?: string;
  words: string[];
}

/** A place where the person is named. */
export interface PersonPlace {
  id: string;
  area: Text;
  label: string;
  title: string;
  found: string[];
  dormant: boolean;
  secret: boolean;
  kept: Text | null;
}

export interface PersonSource {
  name: string;
  title: Text;
  hidden: number;
  more: boolean;
  items: PersonPlace[];
}

export interface PersonFindings {
  hash: string;
  missing: string[];
  sources: PersonSource[];
}

export interface PersonErasure {
  id: string;
  by: string;
  startedAt: string;
  endedAt: string | null;
}

export interface PersonProtocol extends PersonErasure {
  items: { source: string; label: string; outcome: 'planned' | 'erased' | 'changed' | 'held' | 'gone' }[];
}

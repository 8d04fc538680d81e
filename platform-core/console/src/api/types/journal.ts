import type { Text } from './common';

/** Something that happened. */
export interface Entry {
  position: number;
  id: string;
  at: string;
  by: { id: string | null; name: string };
  action: string;
  subjectType: string;
  subject: string;
  data: Record<string, unknown>;
  hash: string;
}

export interface EntryPage {
  items: Entry[];
  next: number | null;
  searchedTo: string | null;
}

/** A place where the journal is not what it was. */
export interface Finding {
  kind: string;
  position: number;
  to: number;
  words: Text;
}

export interface Verification {
  state: 'none' | 'running' | 'done' | 'failed';
  checked: number;
  of: number;
  startedAt: string | null;
  finishedAt: string | null;
  result: {
    holds: boolean;
    entries: number;
    hash: string;
    heads: number;
    signedTo: number | null;
    findings: Finding[];
  } | null;
}

export interface Follower {
  name: string;
  title: Text;
  position: number;
  behind: number;
  failure: { since: string; reason: string } | null;
}

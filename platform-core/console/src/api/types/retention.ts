import type { Text } from './common';

export interface Rule {
  keep: string;
  from: string;
  rule?: string;
  action?: 'delete' | 'anonymise' | 'keep';
  ground?: Text;
}

/** A kind of records and how long they are kept. */
export interface KindRule {
  type: string;
  typeTitle: Text;
  kind: string;
  title: Text;
  dormant: boolean;
  rule: Rule | null;
  own: boolean;
}

export interface RetentionGroup {
  type: string;
  typeTitle: Text;
  kind: string;
  title: Text;
  hasRule: boolean;
  due: number;
  held: number;
  all: number;
}

export interface RetentionItem {
  id: string;
  number: string;
  title: string;
  since: string;
  due: string;
  action: 'delete' | 'anonymise';
}

export interface Hold {
  id: string;
  number: string;
  title: string;
  reason: string;
  by: string;
  since: string;
}

/** What would be removed on a day. */
export interface RetentionPreview {
  on: string;
  hash: string;
  due: number;
  held: number;
  records: number;
  more: boolean;
  hidden: number;
  kinds: RetentionGroup[];
  items: RetentionItem[];
  heldItems: Hold[];
}

export interface RetentionRun {
  id: string;
  on: string;
  by: string;
  startedAt: string;
  endedAt: string | null;
}

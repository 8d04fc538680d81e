import type { Person, Text } from './common';

export interface Slice<T> {
  items: T[];
  next: string | null;
}

export interface RecordBrief {
  id: string;
  number: string;
  type: string;
  kind: string;
  title: string;
}

export interface Notice {
  id: string;
  kind: NoticeKind;
  at: string;
  readAt: string | null;
  text: string;
  record: RecordBrief | null;
  hidden: boolean;
}

export const KINDS = [
  'mention',
  'assigned',
  'routed',
  'deadline',
  'escalation',
  'action',
  'comment',
  'message',
  'shared',
  'subscription',
  'signal',
  'system',
] as const;
export type NoticeKind = (typeof KINDS)[number];

export const CHOICES = ['now', 'digest', 'never'] as const;
export type MailChoice = (typeof CHOICES)[number];

export interface NoticeSettings {
  mail: Record<NoticeKind, MailChoice>;
  language: 'sv' | 'en';
  digestHour: number;
  quiet: { from: string; until: string } | null;
  possible: boolean;
  address: string | null;
}

export interface Comment {
  id: string;
  record: string;
  author: Person;
  text: string;
  mentions: Person[];
  version: number;
  createdAt: string;
  editableUntil: string;
  editedAt: string | null;
  removedAt: string | null;
  removedBy: Person | null;
}

export interface Candidate {
  id: string;
  username: string;
  name: string;
}

export interface FollowedRecord {
  id: string;
  since: string;
  record: RecordBrief | null;
}

export interface FollowedView {
  id: string;
  name: string;
  type: string;
  filters: Record<string, string[]>;
  since: string;
}

export interface Share {
  record: string;
  party: { id: string; kind: 'account' | 'unit'; name: Text };
  until: string;
  ended: boolean;
  sharedAt: string;
  sharedBy: string | null;
}

export interface SharedWithMe {
  record: RecordBrief;
  party: Share['party'];
  until: string;
  sharedAt: string;
  sharedBy: string | null;
}

export interface Letter {
  id: string;
  account: string | null;
  name: string;
  /** Number of the record whose reporter, without an account, it goes to. */
  record: string | null;
  digest: boolean;
  createdAt: string;
  attempts: number;
  failedAt: string | null;
  reason: string;
}

export interface MailStatus {
  possible: boolean;
  waiting: number;
  stuck: number;
  undeliverable: number;
}

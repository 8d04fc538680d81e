import type { Person, Text } from './common';

export type ActionState = 'proposed' | 'decided' | 'in-progress' | 'done' | 'verified' | 'rejected';
export type ActionStep = 'decide' | 'start' | 'finish' | 'verify' | 'reject' | 'reopen';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';

export interface RecordOfWork {
  id: string;
  number: string;
  type: string;
  title: string | null;
  seen?: boolean;
}

interface Trace {
  by: Person | null;
  at: string;
}

/** Something somebody has to do. */
export interface ActionDoc {
  id: string;
  version: number;
  title: string;
  why: string;
  record: RecordOfWork | null;
  unit: { id: string; code?: string; name?: Text } | null;
  responsible: Person | null;
  due: string | null;
  priority: Priority;
  cost: string | null;
  currency: string | null;
  remindDays: number | null;
  verify: boolean;
  repeatRule: string | null;
  repeatWhen: string | null;
  state: ActionState;
  open: boolean;
  overdue: boolean;
  escalated: number;
  reason: string;
  done: Trace | null;
  verified: Trace | null;
  effect: { on: string; outcome: 'good' | 'partly' | 'none'; text: string; by: Person | null } | null;
  offeredTo: Person | null;
  delegatedBy: Person | null;
  created: Trace;
  steps: ActionStep[];
  editable: boolean;
}

/** A clock of a record. */
export interface DeadlineDoc {
  id: string;
  version: number;
  record: RecordOfWork;
  deadline: string;
  label: Text;
  state: 'running' | 'met' | 'missed' | 'stopped';
  open: boolean;
  overdue: boolean;
  startedAt: string;
  dueAt: string;
  endedAt: string | null;
  extended: number;
  editable: boolean;
}

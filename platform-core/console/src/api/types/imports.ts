import type { Person, Text } from './common';

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

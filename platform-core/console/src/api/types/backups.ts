import type { Text } from './common';

/** One kept file with everything in it. */
export interface Backup {
  name: string;
  madeAt: string;
  madeBy: string;
  scheduled: boolean;
  encrypted: boolean;
  bytes: number;
  rows: number;
  files: number;
  warnings: Text[];
  verifiedAt: string;
}

export interface Backups {
  items: Backup[];
  running?: { name: string; startedAt: string; startedBy: string };
  failed?: { at: string; why: Text };
}

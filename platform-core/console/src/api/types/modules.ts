import type { Text } from './common';
import type { RecordType } from './session';

export type HealthStatus = 'OK' | 'WARN' | 'TEMPORARILY_UNAVAILABLE' | 'CRITICAL';

/** A revision that can be gone back to. */
export interface Former {
  revision: string;
  version: string;
  since: string;
}

export interface ModuleItem {
  id: string;
  version: string;
  title: Text;
  revision: string;
  state: 'live' | 'dormant' | 'kept';
  health: { status: HealthStatus; message: Text | string };
  since: string;
  previous?: string | null;
  former: Former[];
  reason?: Text | string | null;
  records: RecordType[];
}

export interface ModuleList {
  platform: string;
  items: ModuleItem[];
  catalogue: { id: string; version: string; title: Text }[];
}

export interface Step {
  id: string;
  title: Text;
  detail: Text;
  millis: number;
}

export interface Signature {
  state: 'signed' | 'countersigned' | 'unsigned' | 'foreign' | 'expired' | 'tampered' | 'unknown';
  signer?: string | null;
  words: Text;
}

export interface Change {
  kind: string;
  what: string;
  id: string;
  detail: Text;
}

export interface Plan {
  hash: string;
  module: string;
  title: Text;
  from?: string | null;
  to: string;
  possible: boolean;
  problems: Text[];
  warnings: Text[];
  pause: { millis: number; budget: number };
  restarts: string[];
  signature?: Signature | null;
  archive?: { exportedAt: string; counts: Record<string, number> } | null;
  steps: Step[];
  sql: { script: string; sql: string; rows: number; millis: number }[];
  changes: Change[];
  madeAt: string;
}

export interface Operation {
  id: string;
  kind: 'install' | 'update' | 'rollback' | 'uninstall';
  module: string;
  from?: string | null;
  to?: string | null;
  actor: string;
  at: string;
  plan?: string | null;
  ok: boolean;
  failure?: Text | null;
  steps: Step[];
}

/** An operation under way. */
export interface Progress {
  kind: Operation['kind'];
  module: string;
  actor: string;
  startedAt: string;
  done: Step[];
  now?: Step | null;
}

/** What an uninstallation with export has left. */
export interface Archive {
  name: string;
  module: string;
  version: string;
  exportedAt: string;
  bytes: number;
}

export interface Limits {
  concurrentRequests?: number | null;
  statementSeconds?: number | null;
}

/** What a module has cost since the platform started. */
export interface Account {
  module: string;
  since: string;
  requests: number;
  errors: number;
  refused: number;
  seconds: number;
  p50: number;
  p99: number;
  cpuSeconds: number;
  allocatedBytes: number;
  statements: number;
  statementSeconds: number;
  schemaBytes?: number | null;
  limits: Limits;
}

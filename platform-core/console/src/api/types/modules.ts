import type { Text } from './common';
import type { RecordType } from './session';

export type HealthStatus = 'OK' | 'WARN' | 'TEMPORARILY_UNAVAILABLE' | 'CRITICAL';

export interface ModuleItem {
  id: string;
  version: string;
  title: Text;
  revision: string;
  state: 'live' | 'dormant' | 'kept';
  health: { status: HealthStatus; message: Text | string };
  since: string;
  previous?: string | null;
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

export interface Plan {
  hash: string;
  module: string;
  title: Text;
  from?: string | null;
  to: string;
  possible: boolean;
  problems: Text[];
  steps: Step[];
  sql: { script: string; sql: string; rows: number; millis: number }[];
  changes: { kind: string; what: string; id: string; detail: Text }[];
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
  ok: boolean;
  failure?: Text | null;
  steps: Step[];
}

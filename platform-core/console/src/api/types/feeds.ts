import type { Text } from './common';

export interface FeedCounts {
  received: number;
  stored: number;
  known: number;
  updates: number;
  inTray: number;
  discarded: number;
}

export interface Feed {
  id: string;
  name: string;
  format: string;
  source: 'folder' | 'http' | 'rest';
  folder: string | null;
  address: string | null;
  everySeconds: number;
  silentSeconds: number | null;
  enabled: boolean;
  unit: string | null;
  version: number;
  nextRunAt: string | null;
  lastRunAt: string | null;
  lastSuccessAt: string | null;
  lastItemAt: string | null;
  failures: number;
  failure: Text | string | null;
  counts: FeedCounts;
}

export interface FeedFormat {
  id: string;
  title: Text;
  module: string;
}

export interface TrayItem {
  id: string;
  origin: { id: string; type: 'feed' | 'import'; name: string };
  place: string;
  format: string;
  state: 'open' | 'stored' | 'discarded';
  detail: Text | string;
  errors: { field: string; detail: Text | string }[];
  whole: boolean;
  attempts: number;
  version: number;
  receivedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  reason: string | null;
  record: string | null;
  text: string | null;
}

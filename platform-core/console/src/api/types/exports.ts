import type { Text } from './common';

export type ExportFormat = 'csv' | 'xlsx' | 'geojson' | 'pdf';

/** A file that is being made or can be fetched. */
export interface ExportFile {
  id: string;
  name: string;
  subject: 'list' | 'cube';
  format: ExportFormat;
  state: 'waiting' | 'running' | 'done' | 'failed';
  total: number;
  rows: number;
  unlocated: number;
  bytes: number;
  createdAt: string;
  finishedAt: string | null;
  expiresAt: string | null;
  failure: Text | null;
}

export interface ExportOrder {
  subject: 'list' | 'cube';
  format: ExportFormat;
  name?: string;
  parameters: Record<string, string[]>;
  columns?: string[];
}

import type { Text } from './common';

/** A clause of a typed query, as the platform understands it. */
export interface QueryPart {
  start: number;
  end: number;
  text: string;
  kind: 'filter' | 'title' | 'word' | 'prefix' | 'phrase' | 'similar';
  excluded: boolean;
  title?: Text | null;
  values: Text[];
}

export interface QueryView {
  query: string;
  parts: QueryPart[];
  instead: { typed: string; used: string }[];
}

export interface Suggestion {
  kind: 'field' | 'value' | 'record';
  insert: string;
  start: number;
  end: number;
  label: Text;
  detail: Text;
  count?: number | null;
  record?: string | null;
  type?: string | null;
}

/** A view as the platform keeps it. */
export interface StoredView {
  id: string;
  name: string;
  type: string;
  query: string;
  columns: string[];
  sort: string;
  shape: string;
  role?: string | null;
  unit?: string | null;
  own: boolean;
  owner: { id: string; name: string };
  version: number;
}

import type { Text } from './common';

export interface Cube {
  cells: ({ count?: number } & Record<string, string | number | undefined>)[];
  total: number;
  dimensions: { id: string; title: Text | string; values: { key: string; label: Text | string }[] }[];
}

export interface FacetValue {
  key: string;
  label: Text | string;
  count: number;
}

export interface Facets {
  facets: Record<string, FacetValue[]>;
  total: number;
}

export interface Cluster {
  latitude: number;
  longitude: number;
  count: number;
  bbox: [number, number, number, number];
}

export interface MapAnswer {
  clusters: Cluster[];
  located: number;
  total: number;
}

import type { Text } from './common';

/** The keys of its dimensions and its measures by their names; of a comparison also what was there before. */
export interface Cell {
  count?: number;
  previous?: Cell;
  [name: string]: unknown;
}

export interface Cube {
  cells: Cell[];
  total: number;
  dimensions: { id: string; title: Text | string; values: { key: string; label: Text | string }[] }[];
  previous?: { occurredAt: string; total: number };
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

/** The parts of the map that records are counted by, as GeoJSON. */
export interface AreaFeatures {
  features: {
    id?: string | number;
    properties?: { id?: string; name?: string } | null;
    geometry:
      | { type: 'Polygon'; coordinates: [number, number][][] }
      | { type: 'MultiPolygon'; coordinates: [number, number][][][] };
  }[];
}

import type { Cube, MapAnswer } from './insight';

export const SHAPES = ['figure', 'table', 'line', 'bars', 'heat', 'map'] as const;

export type Shape = (typeof SHAPES)[number];

/** A question to the cube or the map, and how its answer is drawn. */
export interface Chart {
  title: string;
  shape: Shape;
  /** What stands after `?` in `GET /api/insight/cube`; of a map without dimensions in `GET /api/insight/map`. */
  query: string;
}

/** What the cube or the map answered. */
export type ChartData = Cube | MapAnswer;

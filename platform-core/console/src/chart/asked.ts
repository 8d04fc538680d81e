import { SHAPES, type Chart, type Shape } from '../api/types/chart';
import { filtersOf } from '../record/filters';
import { address } from '../shell/router';

export const MOST_DIMENSIONS = 3;
export const MOST_MEASURES = 8;
const COMPARISONS = ['previous-period', 'same-period-last-year'] as const;
const PERIODS = ['occurredAt', 'year', 'month', 'week', 'day'];

export type Comparison = (typeof COMPARISONS)[number];

/** The parts of a chart's question. */
export interface Asked {
  types: string[];
  dimensions: string[];
  measures: string[];
  compare: Comparison | null;
  filters: URLSearchParams;
  /** Of a map: its scale, and how fine the squares of a heat map are; 0 for clusters. */
  zoom: number | null;
  detail: number;
}

const split = (parameters: URLSearchParams, name: string) => [
  ...new Set(parameters.getAll(name).flatMap((value) => value.split(',').filter(Boolean))),
];

const whole = (text: string | null, most: number) =>
  text && /^\d{1,2}$/.test(text) ? Math.min(Number(text), most) : null;

/** Reads a question; what it cannot have is left out. */
export function asked(query: string | URLSearchParams): Asked {
  const parameters = new URLSearchParams(query);
  const compare = parameters.get('compare');
  const measures = split(parameters, 'measures').slice(0, MOST_MEASURES);
  return {
    types: parameters.getAll('type').filter(Boolean),
    dimensions: split(parameters, 'dimensions').slice(0, MOST_DIMENSIONS),
    measures: measures.length ? measures : ['count'],
    compare: COMPARISONS.find((one) => one === compare) ?? null,
    filters: filtersOf(parameters),
    zoom: whole(parameters.get('zoom'), 20),
    detail: whole(parameters.get('detail'), 3) ?? 0,
  };
}

/** The question as the cube reads it. */
export function cubeQuery({ types, dimensions, measures, compare, filters }: Asked): string {
  const parameters = new URLSearchParams(types.map((type) => ['type', type]));
  if (dimensions.length) parameters.set('dimensions', dimensions.join(','));
  parameters.set('measures', measures.join(','));
  if (compare) parameters.set('compare', compare);
  for (const [name, value] of filters) parameters.append(name, value);
  return readable(parameters);
}

/** The question as the map reads it. */
export function mapQuery({ types, filters, zoom, detail }: Asked): string {
  const parameters = new URLSearchParams(types.map((type) => ['type', type]));
  if (zoom !== null) parameters.set('zoom', String(zoom));
  if (detail) parameters.set('detail', String(detail));
  for (const [name, value] of filters) parameters.append(name, value);
  return readable(parameters);
}

const readable = (parameters: URLSearchParams) =>
  parameters.toString().replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');

/** A map without dimensions is of points; with one it is of areas, and asks the cube. */
export const ofPoints = (shape: Shape, { dimensions }: Asked) => shape === 'map' && dimensions.length === 0;

export const queryOf = (shape: Shape, question: Asked) =>
  ofPoints(shape, question) ? mapQuery(question) : cubeQuery(question);

/** Whether something says a stretch of time that another can be compared with. */
export const hasPeriod = ({ filters }: Asked) =>
  PERIODS.filter((name) => filters.getAll(name).length === 1).length === 1;

/** The filters without those that say when. */
export const withoutPeriod = (): Record<string, null> => Object.fromEntries(PERIODS.map((name) => [name, null]));

/** Where a chart can be changed: `/console/analysis?shape=…` and its question. */
export function chartAddress({ shape, query }: Pick<Chart, 'shape' | 'query'>): string {
  const parameters = new URLSearchParams({ shape });
  for (const [name, value] of new URLSearchParams(query)) parameters.append(name, value);
  return address('/analysis', parameters);
}

/** The chart of such an address; null when it names none. */
export function chartIn(parameters: URLSearchParams): Chart | null {
  const shape = SHAPES.find((one) => one === parameters.get('shape'));
  return shape ? { title: '', shape, query: queryOf(shape, asked(parameters)) } : null;
}

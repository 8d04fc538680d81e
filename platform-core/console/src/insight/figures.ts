import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { Cube, Facets, FacetValue } from '../api/types/insight';
import type { RecordDoc } from '../api/types/record';
import { label } from '../i18n/i18n';
import { addDays, addMonths, dayOf, mondayOf, weekOf } from '../i18n/time';
import type { Found } from '../shell/areas';
import { withFilters } from '../record/filters';
import { asRange, yearBefore, type Interval, type Period } from './period';

export interface Step {
  key: string;
  now: number;
  before: number;
}

/** One of a list; `before` is null when nothing is compared. */
export interface Bar {
  key: string;
  name: string;
  now: number;
  before: number | null;
}

export interface HeatRow {
  key: string;
  name: string;
  /** One for each column; null where there is nothing to tell. */
  counts: (number | null)[];
  total: number | null;
}

/** Rows of one dimension by columns of another. */
export interface Heat {
  by: string;
  along: string;
  columns: string[];
  rows: HeatRow[];
  hidden: number;
}

export interface Figures {
  total: number;
  before: number;
  serious: number;
  seriousBefore: number;
  open: number;
  alone: number;
  steps: Step[];
  places: Bar[];
  kinds: Bar[];
  heat: Heat;
  building: boolean;
}

const cube = (type: string, filters: URLSearchParams, dimensions = '') =>
  get<Cube>(
    `insight/cube?${new URLSearchParams({ type, measures: 'count', ...(dimensions ? { dimensions } : {}) }).toString()}&${filters.toString()}`,
  );

const facets = (type: string, filters: URLSearchParams, fields: string, limit: number) =>
  get<Facets>(
    `insight/facets?${new URLSearchParams({ type, fields, limit: String(limit) }).toString()}&${filters.toString()}`,
  );

/** Everything the picture shows, for records with these filters in this period. */
export async function figures(
  found: Found,
  filters: URLSearchParams,
  period: Period,
  interval: Interval,
  by: string,
): Promise<Figures> {
  const { type } = found.record;
  const now = withFilters(filters, { occurredAt: asRange(period) });
  const past = withFilters(filters, { occurredAt: asRange(yearBefore(period)) });
  const dimension = by === 'month' ? 'kind' : by;
  const [series, seriesBefore, serious, seriousBefore, open, alone, top, topBefore, heat, status] = await Promise.all([
    cube(type, now, interval),
    cube(type, past, interval),
    cube(type, withFilters(now, { severity: '3..4' })),
    cube(type, withFilters(past, { severity: '3..4' })),
    cube(type, withFilters(now, { phase: 'open' })),
    cube(type, withFilters(now, { phase: 'open', assignee: 'none' })),
    facets(type, now, 'place,kind', 10),
    facets(type, past, 'place,kind', 500),
    cube(type, now, `month,${dimension}`),
    get<{ state: string }>('insight/status').catch(() => ({ state: 'ready' })),
  ]);
  return {
    total: series.total,
    before: seriesBefore.total,
    serious: serious.total,
    seriousBefore: seriousBefore.total,
    open: open.total,
    alone: alone.total,
    steps: stepsOf(series, seriesBefore, period, interval),
    places: bars(top.facets['place'], topBefore.facets['place']),
    kinds: bars(top.facets['kind'], topBefore.facets['kind']),
    heat: heatOf(heat, dimension, period),
    building: status.state !== 'ready',
  };
}

/** The day of the newest record, for an empty period. */
export async function newest({ area, record }: Found, filters: URLSearchParams): Promise<string | null> {
  const page = await get<Page<RecordDoc>>(
    `${area.module}/${record.path}?limit=1&sort=-occurredAt&${withFilters(filters, { occurredAt: null }).toString()}`,
  );
  const at = page.items[0]?.occurredAt;
  return at ? dayOf(at) : null;
}

function keysOf({ from, to }: Period, interval: Interval): string[] {
  const keys: string[] = [];
  if (interval === 'day') for (let day = from; day <= to; day = addDays(day, 1)) keys.push(day);
  else if (interval === 'week')
    for (let day = mondayOf(weekOf(from)); day <= to; day = addDays(day, 7)) keys.push(weekOf(day));
  else for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) keys.push(day.slice(0, 7));
  return keys;
}

const counts = (answer: Cube, name: string) =>
  new Map(answer.cells.map((cell) => [String(cell[name]), cell.count ?? 0]));

function stepsOf(now: Cube, before: Cube, period: Period, interval: Interval): Step[] {
  const [these, those] = [counts(now, interval), counts(before, interval)];
  const past = keysOf(yearBefore(period), interval);
  return keysOf(period, interval).map((key, at) => ({
    key,
    now: these.get(key) ?? 0,
    before: those.get(past[at] ?? '') ?? 0,
  }));
}

function bars(now: FacetValue[] = [], before: FacetValue[] = []): Bar[] {
  const past = new Map(before.map(({ key, count }) => [key, count]));
  return now
    .filter(({ key }) => key !== 'none')
    .map(({ key, label: name, count }) => ({ key, name: label(name) || key, now: count, before: past.get(key) ?? 0 }));
}

const ROWS = 12;

function heatOf(answer: Cube, by: string, period: Period): Heat {
  const all = keysOf(period, 'month');
  const months = all.slice(-24);
  const names = new Map(
    answer.dimensions.find(({ id }) => id === by)?.values.map(({ key, label: name }) => [key, label(name) || key]),
  );
  const rows = new Map<string, Map<string, number>>();
  for (const cell of answer.cells) {
    const key = String(cell[by]);
    const row = rows.get(key) ?? new Map<string, number>();
    row.set(String(cell['month']), (row.get(String(cell['month'])) ?? 0) + (cell.count ?? 0));
    rows.set(key, row);
  }
  const made = [...rows].map(([key, row]) => {
    const list = months.map((month) => row.get(month) ?? 0);
    return { key, name: names.get(key) ?? key, counts: list, total: list.reduce((sum, count) => sum + count, 0) };
  });
  made.sort((a, b) =>
    by === 'weekday' || by === 'hour' || by === 'severity' ? Number(a.key) - Number(b.key) : b.total - a.total,
  );
  const most = by === 'hour' ? 24 : ROWS;
  return { by, along: 'month', columns: months, rows: made.slice(0, most), hidden: Math.max(0, made.length - most) };
}

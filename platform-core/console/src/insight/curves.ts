import { html, nothing, svg, type TemplateResult } from 'lit';
import { monthName, shortDay, weekdayName } from '../i18n/time';
import { daysOf } from '../record/filters';

/** One line over the keys of an axis; null where there is nothing. */
export interface Curve {
  name: string;
  values: (number | null)[];
  /** The same of the period compared with, drawn dashed. */
  before?: (number | null)[] | null;
  /** What is left beside the curves that are named. */
  rest?: boolean;
}

export type Axis = 'day' | 'week' | 'month' | 'year' | 'weekday' | 'hour';

/** What a stretch of the axis can be chosen by: days. */
export const isDated = (axis: Axis): axis is 'day' | 'week' | 'month' | 'year' => axis !== 'weekday' && axis !== 'hour';

export const MOST_CURVES = 8;
const SHAPES = ['circle', 'rect', 'triangle', 'diamond'];
const PATHS = ['M7 1a4 4 0 1 0 .01 0Z', 'M3 1h8v8H3Z', 'M7 0l5 9H2Z', 'M7 0l5 5-5 5-5-5Z'];
const MARKS_PER_CURVE = 8;

/** The mark of a curve among others: what tells them apart without colour. */
export const symbolOf = (at: number) => SHAPES[at % SHAPES.length] ?? 'circle';

/** The second time around the marks are hollow. */
export const isHollow = (at: number) => at >= SHAPES.length;

export const tokenOf = (curve: Curve, at: number, alone: boolean) =>
  curve.rest ? 'before' : alone ? 'now' : `series-${(at % MOST_CURVES) + 1}`;

/** Every so many points carry the mark, each curve at others; a point that stands alone is seen in any case. */
export function markSize(
  curve: Curve,
  at: number,
  alone: boolean,
): (value: unknown, point: { dataIndex: number }) => number {
  const { values } = curve;
  const every = Math.max(1, Math.ceil(values.length / MARKS_PER_CURVE));
  const offset = Math.floor((at * every) / MOST_CURVES);
  return (_value, { dataIndex }) => {
    const lonely = (values[dataIndex - 1] ?? null) === null && (values[dataIndex + 1] ?? null) === null;
    if (lonely) return 6;
    return !alone && !curve.rest && dataIndex % every === offset ? 8 : 0;
  };
}

/** What the lines are, with their marks. */
export function legend(curves: Curve[], beforeName: string): TemplateResult {
  const alone = curves.length === 1;
  return html`<p class="legend" aria-hidden="true">
    ${curves.map(
      (curve, at) =>
        html`<span
          ><svg class="key ${tokenOf(curve, at, alone)}" viewBox="0 0 14 10">
            ${svg`<path class=${curve.rest ? 'dotted' : ''} d="M-5 5H19"></path>`}
            ${alone || curve.rest ? nothing : svg`<path class=${isHollow(at) ? 'hollow' : 'full'} d=${PATHS[at % PATHS.length]}></path>`}</svg
          >${curve.name}</span
        >`,
    )}
    ${curves.some(({ before }) => before) ? html`<span><i class="d"></i>${beforeName}</span>` : nothing}
  </p>`;
}

/** A label where a new month begins, thinned out when there are many. */
export function ticks(axis: Axis, keys: string[]): (index: number) => boolean {
  if (axis === 'weekday') return () => true;
  if (axis === 'hour') return (at) => at % 3 === 0;
  if (axis === 'day' || axis === 'year' || (axis === 'month' && keys.length <= 13))
    return (at) => at % Math.ceil(keys.length / (axis === 'day' ? 8 : 13)) === 0;
  const month = (at: number) => daysOf(axis, keys[at] ?? '').from.slice(0, 7);
  const starts = keys.map((_, at) => at).filter((at) => at > 0 && month(at) !== month(at - 1));
  const every = Math.ceil(starts.length / 13);
  const kept = new Set(starts.filter((_, at) => at % every === 0));
  return (at) => kept.has(at);
}

export function tick(axis: Axis, key: string, first: boolean): string {
  if (axis === 'year' || axis === 'hour') return key;
  if (axis === 'weekday') return weekdayName(Number(key)).slice(0, 3);
  if (axis === 'day') return shortDay(key);
  const month = axis === 'week' ? daysOf('week', key).to.slice(0, 7) : key;
  return first || month.endsWith('-01') ? `${monthName(month)}\n${month.slice(0, 4)}` : monthName(month);
}

import type { Chart, Shape } from '../api/types/chart';
import { asked, queryOf } from '../chart/asked';
import { t } from '../i18n/i18n';
import type { Interval } from '../insight/period';
import { filterName, type Words } from '../record/filters';
import type { Found } from '../shell/areas';

/** So near that a street is a point of its own; nearer only makes the picture larger. */
const FINEST = 14;

/** What the live picture shows, as charts that can be kept. */
export function liveCharts(
  { record }: Found,
  filters: URLSearchParams,
  interval: Interval,
  by: string,
  words: Words,
  zoom: number,
): Chart[] {
  const chart = (title: string, shape: Shape, more: Record<string, string>): Chart => {
    const parameters = new URLSearchParams([['type', record.type], ...filters, ...Object.entries(more)]);
    return { title, shape, query: queryOf(shape, asked(parameters)) };
  };
  const compare = { compare: 'same-period-last-year' };
  return [
    chart(t('kpi.records'), 'figure', compare),
    chart(t('freeze.serious'), 'figure', { ...compare, severity: '3..4' }),
    chart(t('freeze.open'), 'figure', { phase: 'open' }),
    chart(t('exports.series'), 'line', { ...compare, dimensions: interval }),
    chart(t('top.kinds'), 'bars', { ...compare, dimensions: 'kind' }),
    chart(`${filterName(by, words)} × ${t('series.month')}`, 'heat', { dimensions: `${by},month` }),
    chart(t('map.title'), 'map', { zoom: String(Math.min(Math.round(zoom) + 1, FINEST)) }),
    chart(t('top.places'), 'bars', { ...compare, dimensions: 'place' }),
  ];
}

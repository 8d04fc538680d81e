import type { Chart, Shape } from '../api/types/chart';
import { asked, queryOf } from '../chart/asked';
import { t } from '../i18n/i18n';
import type { Interval } from '../insight/period';
import { filterName, type Words } from '../record/filters';
import type { Found } from '../shell/areas';

/** What the live picture shows, as charts that can be kept. */
export function liveCharts(
  { record }: Found,
  filters: URLSearchParams,
  interval: Interval,
  by: string,
  words: Words,
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
    chart(t('map.title'), 'map', { zoom: '8' }),
    chart(t('top.places'), 'bars', { ...compare, dimensions: 'place' }),
  ];
}

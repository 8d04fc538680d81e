import { html, nothing, type TemplateResult } from 'lit';
import type { ChartData } from '../api/types/chart';
import { number, t } from '../i18n/i18n';
import { empty } from '../kit/feedback';
import { rangeName } from '../record/filters';
import { isMapAnswer } from './load';

/** How many records it is about, and of when those are that it is compared with. */
export function chartFoot(answer: ChartData, to: string | null, frozen: boolean): TemplateResult {
  const said = t('chart.records', { n: answer.total });
  const previous = isMapAnswer(answer) ? undefined : answer.previous;
  return html`<p class="chart-foot s m">
    ${to ? html`<a href=${to}>${said}</a>` : said}${
      previous
        ? html` · ${t('chart.compared', { period: rangeName(previous.occurredAt), n: number(previous.total) })}`
        : nothing
    }${frozen ? html` · ${t('chart.frozen')}` : nothing}
  </p>`;
}

/** Why nothing is drawn. */
export const chartEmpty = (period: boolean, filtered: boolean): TemplateResult =>
  empty(
    'chart-line',
    t('chart.empty'),
    t(period ? 'chart.empty.period' : filtered ? 'chart.empty.filters' : 'chart.empty.none'),
  );

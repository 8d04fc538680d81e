import { html, nothing, type TemplateResult } from 'lit';
import { number, percent, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { addDays, addMonths, longDay } from '../i18n/time';
import { empty } from '../kit/feedback';
import { query } from '../shell/router';
import type { Figures } from './figures';
import type { Link } from './scene';

/** The figures above everything, each a link to its records. */
export function kpis(made: Figures, link: Link): TemplateResult {
  const change = made.before
    ? made.total === made.before
      ? t('kpi.same')
      : t('kpi.year', { share: percent((made.total - made.before) / made.before) })
    : t('kpi.new');
  const share = (part: number) =>
    t('kpi.of', {
      share: number(part / Math.max(made.total, 1), {
        style: 'percent',
        maximumFractionDigits: 0,
        roundingMode: 'trunc',
      }),
    });
  const one = (key: Key, value: number, words: string, filters: Record<string, string>) =>
    html`<a href=${link(filters)}><span>${t(key)}</span><b>${number(value)}</b><span class="s">${words}</span></a>`;
  const top = made.places[0];
  return html`<div class="kpi">
    ${one('kpi.records', made.total, change, {})}
    ${one('kpi.serious', made.serious, t('kpi.before', { n: made.seriousBefore }), { severity: '3..4' })}
    ${one('kpi.open', made.open, share(made.open), { phase: 'open' })}
    ${one('kpi.alone', made.alone, share(made.alone), { phase: 'open', assignee: 'none' })}
    ${top ? one('kpi.places', top.now, t('kpi.top', { name: top.name }), { place: top.key }) : nothing}
  </div>`;
}

/** Nothing in the period: leads to the year that ends with the newest record, when there is one. */
export function noFigures(latest: string | null): TemplateResult {
  const to = latest ?? '';
  const from = latest ? addDays(addMonths(latest, -12), 1) : '';
  return empty(
    'calendar',
    t('picture.nothing'),
    latest ? t('picture.newest', { day: longDay(latest) }) : t('picture.nothing.why'),
    latest
      ? html`<button class="btn primary" type="button" @click=${() => query({ occurredAt: `${from}..${to}` })}>
          ${t('picture.goto')}
        </button>`
      : nothing,
  );
}

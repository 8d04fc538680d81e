import { html, type TemplateResult } from 'lit';
import { number, percent, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { icon } from '../kit/icon';
import { calendarName, valueName } from '../record/filters';
import { query } from '../shell/router';
import { asRange, type Interval, type Period } from './period';
import type { Scene } from './scene';
import { topList } from './top';
import './series';

/** How many over time, headed by what it shows. */
export function seriesSection(scene: Scene): TemplateResult {
  const { made, interval } = scene;
  const ratio = made.before ? (made.total - made.before) / made.before : 0;
  const finding = !made.before
    ? t('series.plain')
    : ratio > 0.05
      ? t('series.more', { share: percent(ratio) })
      : ratio < -0.05
        ? t('series.fewer', { share: percent(ratio) })
        : t('series.level');
  const steps: [Interval, Key][] = [
    ['day', 'series.days'],
    ['week', 'series.weeks'],
    ['month', 'series.months'],
  ];
  return html`<div class="sec-h">
      <div>
        <h2>${finding}</h2>
        <p class="sub">${t('series.how', { per: t(`series.${interval}`) })}</p>
      </div>
      <span class="seg push" role="group" aria-label=${t('series.interval')}
        >${steps.map(([step, key]) => html`<button type="button" aria-pressed=${step === interval} @click=${() => query({ step }, { replace: true })}>${t(key)}</button>`)}</span
      >
    </div>
    ${
      scene.asTable
        ? stepsTable(scene)
        : html`<vaksam-series
              .keys=${made.steps.map(({ key }) => key)}
              .curves=${[{ name: t('series.now'), values: made.steps.map(({ now }) => now), before: made.steps.map(({ before }) => before) }]}
              .axis=${interval}
              .beforeName=${t('series.before')}
              .name=${t('series.label', { title: finding, n: made.total, before: made.before })}
              @chosen=${(event: CustomEvent<Period>) => query({ occurredAt: asRange(event.detail), step: null })}
            ></vaksam-series>
            <details class="behind">
              <summary>${icon('table-2', 'i-s')}${t('picture.table')}</summary>
              ${stepsTable(scene)}
            </details>`
    }`;
}

function stepsTable({ made, interval, link }: Scene): TemplateResult {
  return html`<div class="steps">
    <table class="grid plain flush">
      <thead>
        <tr>
          <th scope="col">${t('series.when')}</th>
          <th scope="col" class="n">${t('series.now')}</th>
          <th scope="col" class="n">${t('series.before')}</th>
        </tr>
      </thead>
      <tbody>
        ${[...made.steps].reverse().map(
          ({ key, now, before }) =>
            html`<tr>
              <td>${calendarName(interval, key)}</td>
              <td class="n"><a href=${link({ [interval]: key })}>${number(now)}</a></td>
              <td class="n m2">${number(before)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The longest of a list, as bars. */
export function topSection(title: 'top.places' | 'top.kinds', { made, words, asTable, link }: Scene): TemplateResult {
  const dimension = title === 'top.places' ? 'place' : 'kind';
  const bars = dimension === 'place' ? made.places : made.kinds;
  return html`<h2>${t(title)}</h2>
    <p class="sub">${t('top.how')}</p>
    ${topList(
      bars,
      (key) => link({ [dimension]: key }),
      (bar) => (dimension === 'kind' ? valueName('kind', bar.key, words) : bar.name),
      asTable,
    )}`;
}

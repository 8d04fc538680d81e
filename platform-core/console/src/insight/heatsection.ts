import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/i18n';
import { monthName } from '../i18n/time';
import { facetsOf } from '../record/definitions';
import { filterName, valueName } from '../record/filters';
import { query } from '../shell/router';
import { heatTable, peak } from './heat';
import type { Scene } from './scene';

/** What the rows can be, besides the facets of a type. */
export const DIMENSIONS = ['kind', 'place', 'severity', 'state', 'unit', 'weekday', 'hour'];

/** A dimension of choice by month, headed by its peak. */
export function heatSection({ made, words, by, places, link }: Scene): TemplateResult {
  const high = peak(made.heat);
  const named = (key: string, name: string) => (valueName(by, key, words) === key ? name : valueName(by, key, words));
  const row = high ? made.heat.rows.find(({ name }) => name === high.name) : undefined;
  const rowsName = filterName(by, words);
  const title =
    high && row
      ? t('heat.title', { name: named(row.key, row.name), n: high.n, month: monthName(high.month, 'long') })
      : t('heat.plain', { by: rowsName });
  const rows = [...DIMENSIONS, ...facetsOf(words.type).map(({ id }) => `fields.${id}`)];
  const placeChoices = [...new Set([...places, ...made.places.map(({ key }) => key)])];
  return html`<div class="sec-h heat-head">
      <div>
        <h2>${title}</h2>
        <p class="sub">${t('heat.how')}</p>
      </div>
      <label class="pick push"
        ><span class="s m">${t('heat.by')}</span
        ><select
          class="in"
          @change=${(event: Event) => query({ by: (event.target as HTMLSelectElement).value }, { replace: true })}
        >
          ${rows.map((name) => html`<option value=${name} ?selected=${name === by}>${filterName(name, words)}</option>`)}
        </select></label
      >
      <label class="pick"
        ><span class="s m">${t('heat.third')}</span
        ><select
          class="in"
          @change=${(event: Event) => query({ place: (event.target as HTMLSelectElement).value || null })}
        >
          <option value="">${t('heat.third.all')}</option>
          ${placeChoices.map((name) => html`<option value=${name} ?selected=${places[0] === name}>${name}</option>`)}
        </select></label
      >
    </div>
    ${heatTable(made.heat, { title, name: named, link })}`;
}

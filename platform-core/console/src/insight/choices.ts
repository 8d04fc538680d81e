import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { allTypes, can, listTitle, type Found } from '../shell/areas';
import { place, query } from '../shell/router';
import type { Period } from './period';

/** Which area it is about, to be changed when there are several. */
export function areaChip(found: Found, change: (type: string) => void): TemplateResult {
  const readable = allTypes().filter(({ record }) => can(record, 'read'));
  return html`<span class="chip"
    ><span>${icon('layers', 'i-s')}${t('picture.area')}</span>${
      readable.length > 1
        ? html`<select
            aria-label=${t('picture.area')}
            @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
          >
            ${readable.map((one) => html`<option value=${one.record.type} ?selected=${one.record.type === found.record.type}>${listTitle(one)}</option>`)}
          </select>`
        : html`<span><b>${listTitle(found)}</b></span>`
    }</span
  >`;
}

/** Which area and period the pictures are of; the map alone has no period of its own. */
export function choices(found: Found, { from, to }: Period, mapOnly: boolean): TemplateResult {
  return html`${areaChip(found, (type) => query({ type }))}
  ${
    place.value.query.get('occurredAt') || mapOnly
      ? nothing
      : html`<span class="chip"
          ><span>${icon('calendar', 'i-s')}${t('picture.period')}</span
          ><button type="button" @click=${() => query({ occurredAt: `${from}..${to}` })}>
            <b>${t('period.year')}</b>
          </button></span
        >`
  }
  ${
    mapOnly
      ? nothing
      : html`<span class="chip"
          ><span>${icon('git-compare-arrows', 'i-s')}${t('picture.compare')}</span
          ><span><b>${t('picture.before')}</b></span></span
        >`
  }`;
}

/** Whether the address asks for numbers instead of pictures. */
export const shownAsTable = () => place.value.query.get('as') === 'table';

/** The switch between pictures and the same numbers as tables. */
export function pictureOrTable(): TemplateResult {
  const table = shownAsTable();
  return html`<span class="seg" role="group" aria-label=${t('picture.as')}
    ><button type="button" aria-pressed=${!table} @click=${() => query({ as: null })}>
      ${icon('layout-dashboard', 'i-s')}${t('picture.as.picture')}</button
    ><button type="button" aria-pressed=${table} @click=${() => query({ as: 'table' })}>
      ${icon('table-2', 'i-s')}${t('picture.as.table')}
    </button></span
  >`;
}

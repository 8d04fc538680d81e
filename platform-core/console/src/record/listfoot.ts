import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../api/types/common';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import type { Found } from '../shell/areas';
import { place, query } from '../shell/router';
import { trail } from './trail';

export const PAGE_SIZE = 50;

/** The page of the list in the address, from zero. */
export const pageNumber = () => Number(place.value.query.get('page') ?? 1) - 1;

/** Which part of the list this is, and the way to the parts before and after. */
export function listFoot(shown: Page<RecordDoc>, found: Found): TemplateResult {
  const at = pageNumber();
  const from = at * PAGE_SIZE + 1;
  const { cursors } = trail(found.record.type);
  const turn = (page: number, cursor: string) => {
    query({ page: page > 0 ? String(page + 1) : null, cursor: page > 0 ? cursor : null });
    scrollTo(0, 0);
  };
  return html`<footer class="foot-l">
    <span class="num">${t('list.range', { from, to: from + shown.items.length - 1, total: shown.total })}</span>
    ${
      at > 0
        ? html`<button
            class="btn sm"
            type="button"
            @click=${() => turn(cursors[at - 1] === undefined ? 0 : at - 1, cursors[at - 1] ?? '')}
          >
            ${icon('chevron-left')}${t('list.previous')}
          </button>`
        : nothing
    }
    ${
      shown.next
        ? html`<button class="btn sm" type="button" @click=${() => turn(at + 1, shown.next ?? '')}>
            ${t('list.next', { n: PAGE_SIZE })}${icon('chevron-right')}
          </button>`
        : nothing
    }
    <span class="push"></span>
    <span class="s"
      ><kbd>X</kbd> ${t('keys.select')} <kbd>Esc</kbd> ${t('keys.clear')} <kbd>?</kbd> ${t('keys.all')}</span
    >
  </footer>`;
}

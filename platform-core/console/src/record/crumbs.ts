import { html, nothing, type TemplateResult } from 'lit';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { listAddress, listTitle, type Found } from '../shell/areas';
import { trail } from './trail';

/** The way back to the list a record was found in, and to its neighbours there. */
export function crumbs(record: RecordDoc, found: Found): TemplateResult {
  const { records, total, offset, address } = trail(found.record.type);
  const at = records.indexOf(record.number);
  const link = (index: number, key: string, name: string, picture: string) => {
    const number = records[index];
    return number === undefined
      ? html`<button class="btn quiet icon sm" type="button" disabled aria-label=${name}>${icon(picture)}</button>`
      : html`<a
          class="btn quiet icon sm"
          href="${listAddress(found)}/${number}"
          aria-label="${name}, ${key}"
          title="${name} (${key})"
          >${icon(picture)}</a
        >`;
  };
  return html`<nav class="crumbs" aria-label=${t('shell.crumbs')}>
    <ol>
      <li><a href=${address || listAddress(found)}>${listTitle(found)}</a>${icon('chevron-right', 'i-s')}</li>
      <li><span class="id">${record.number}</span></li>
    </ol>
    <span class="push"></span>
    ${
      at >= 0
        ? html`<span class="num">${t('record.of', { n: offset + at + 1, total })}</span>
            ${link(at - 1, 'K', t('record.previous'), 'chevron-up')}${link(at + 1, 'J', t('record.next'), 'chevron-down')}`
        : nothing
    }
  </nav>`;
}

/** The address of the record so many steps further in the list the person came from. */
export function neighbour(record: RecordDoc, found: Found, step: 1 | -1): string | undefined {
  const { records } = trail(found.record.type);
  const at = records.indexOf(record.number);
  const number = at >= 0 ? records[at + step] : undefined;
  return number && `${listAddress(found)}/${number}`;
}

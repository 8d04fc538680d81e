import { html, type TemplateResult } from 'lit';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { OtherRecord } from '../api/types/connection';
import type { SearchHit } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { shortDay } from '../i18n/time';
import { mark } from '../kit/icon';
import type { Ask } from '../record/combobox';
import { titleOf } from '../record/withheld';
import { listAddress, typeNamed } from '../shell/areas';

/** Records that words or a number may mean, without one of them. */
export const findRecords =
  (but: string): Ask =>
  async (words) => {
    if (!words) return [];
    const { items } = await get<Page<SearchHit>>(`search?limit=20&q=${encodeURIComponent(words)}`);
    return items.filter(({ id }) => id !== but).map((hit) => ({ id: hit.id, name: titleOf(hit), beside: hit.number }));
  };

/** Where a record is read; nowhere when its module is missing. */
export function addressOf({ type, number }: { type: string; number: string }): string | null {
  const found = typeNamed(type);
  return found ? `${listAddress(found)}/${encodeURIComponent(number)}` : null;
}

export function otherName(record: OtherRecord): TemplateResult {
  const to = addressOf(record);
  const words = html`<span class="id">${record.number}</span> <b class="b">${titleOf(record)}</b>`;
  return to && !record.dormant
    ? html`<a class="plain breaks" href=${to}>${words}</a>`
    : html`<span class="breaks">${words} <span class="s m">${t('link.dormant')}</span></span>`;
}

/** When it happened and how it stands. */
export const standing = (record: OtherRecord): TemplateResult =>
  html`<span class="row tight s m2"
    >${record.occurredAt ? html`<span class="num">${shortDay(record.occurredAt)}</span>` : ''}<span
      class="state ${record.phase === 'closed' ? 'state-closed' : 'state-received'}"
      >${mark(record.phase === 'closed' ? 'st-closed' : 'st-received')}${label(record.stateLabel)}</span
    ></span
  >`;

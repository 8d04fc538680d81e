import { html, nothing, type TemplateResult } from 'lit';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';

/** Whether the value of a field is kept from the reader, or from everybody in a list. */
export const isWithheld = (record: RecordDoc, field: string) => record.withheld?.includes(field) ?? false;

/** What stands where a value would be: that there is something, and why it is not shown. */
export const withheldMark = (record: RecordDoc, field: string): TemplateResult =>
  html`<span class="row tight m2"
    >${icon('lock-keyhole', 'i-s')}${t('secrecy.withheld.by', { ground: record.secretFields?.[field] ?? '' })}</span
  >`;

/** Beside a value that only some may read. */
export const secretMark = (record: RecordDoc, field: string): unknown => {
  const ground = record.secretFields?.[field];
  if (!ground || isWithheld(record, field)) return nothing;
  const words = t('secrecy.marked', { ground });
  return html`<span class="m" title=${words}>${icon('lock-keyhole', 'i-s')}<span class="sr">${words}</span></span>`;
};

/** A record needs something to be called by. */
export const titleOf = ({ title }: { title: string }) => title || t('secrecy.withheld');

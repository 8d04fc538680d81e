import { t } from '../i18n/i18n';

/** What a person wrote as a number: null for nothing, the text itself for what is none. */
export function numberIn(written: string): number | string | null {
  const text = written.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** A number to be changed, with the reader's decimal sign. */
export const numberOut = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).replace('.', t('value.decimal'));

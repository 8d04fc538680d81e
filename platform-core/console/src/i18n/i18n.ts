import type { Text } from '../api/types/common';
import { messages, type Key } from './messages';
import { preferences } from './preferences';

export type Values = Record<string, string | number>;

export const language = () => preferences.value.language;
export const locale = () => (language() === 'sv' ? 'sv-SE' : 'en-GB');

/** The words for a key; `{name}` is a value, `{name:one|many}` chooses by number. */
export function t(key: Key, values: Values = {}): string {
  return fill(messages[key][language()], values);
}

export function fill(pattern: string, values: Values): string {
  return pattern.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_all, name: string, one?: string, many?: string) => {
    const value = values[name] ?? '';
    if (one !== undefined) return (value === 1 ? one : many) ?? '';
    return typeof value === 'number' ? number(value) : value;
  });
}

/** A label of the platform in the reader's language; a plain string is shown as it is. */
export function label(text: Text | string | null | undefined): string {
  if (!text) return '';
  return typeof text === 'string' ? text : (text[language()] ?? text.sv ?? text.en ?? '');
}

/** In the middle of a sentence Swedish nouns and English ones alike start small. */
export const small = (word: string) => (/^.[A-ZÅÄÖ]/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1));

const numbers = new Map<string, Intl.NumberFormat>();

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = locale() + JSON.stringify(options);
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale(), options)));
  return format.format(value);
}

export const percent = (share: number) =>
  number(share, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });

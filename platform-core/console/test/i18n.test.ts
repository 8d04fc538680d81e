import { describe, expect, it } from 'vitest';
import { fill } from '../src/i18n/i18n';
import { messages } from '../src/i18n/messages';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

describe('texts', () => {
  it('exist in both languages', () => {
    for (const [key, text] of Object.entries(messages)) {
      expect(text.sv.length, key).toBeGreaterThan(0);
      expect(text.en.length, key).toBeGreaterThan(0);
    }
  });

  it('have one place each', () => {
    const topics = import.meta.glob<Record<string, object>>('../src/i18n/messages/*.ts', { eager: true });
    const keys = Object.entries(topics)
      .filter(([file]) => !/\/(index|message)\.ts$/.test(file))
      .flatMap(([, topic]) => Object.values(topic).flatMap((texts) => Object.keys(texts)));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  it('use the same values in both languages', () => {
    for (const [key, { sv, en }] of Object.entries(messages))
      expect(new Set(placeholders(sv)), key).toEqual(new Set(placeholders(en)));
  });

  it('choose by number', () => {
    expect(fill('{n} {n:report|reports}', { n: 1 })).toBe('1 report');
    expect(fill('{n} {n:report|reports}', { n: 2 })).toBe('2 reports');
  });
});

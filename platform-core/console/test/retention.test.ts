import { beforeEach, expect, test } from 'vitest';
import { inWords, ruleOf } from '../src/admin/rule';
import type { Rule } from '../src/api/types/retention';
import { preferences } from '../src/i18n/preferences';

beforeEach(() => preferences.set({ ...preferences.value, language: 'en' }));

const ground = { sv: 'Beslut', en: 'Decision' };

/** What the form sends. */
function form(values: Record<string, string>): FormData {
  const given = new FormData();
  const rest = { from: 'closed', rule: 'full-calendar-years', action: 'delete', ...ground };
  for (const [name, value] of Object.entries({ ...rest, ...values })) given.set(name, value);
  return given;
}

test('a rule says how long, from when and what then', () => {
  expect(inWords({ keep: 'P10Y', from: 'closed' })).toBe('10 full calendar years after closing · Delete');
  expect(inWords({ keep: 'P1Y', from: 'created', rule: 'exact', action: 'anonymise' })).toBe(
    '1 year after creation · Anonymise',
  );
  expect(inWords({ keep: 'P18M', from: 'done' })).toBe('18 months after closing · Delete');
  expect(inWords({ keep: 'P2Y6M', from: 'done' })).toBe('2 years 6 months after closing · Delete');
  expect(inWords({ keep: 'P3W', from: 'done' })).toBe('P3W after closing · Delete');
  expect(inWords({ keep: 'P10Y', from: 'closed', action: 'keep' })).toBe('Keep for ever');
});

test('what nobody changed in the form stays as it was written', () => {
  const months: Rule = { keep: 'P18M', from: 'done', rule: 'exact', action: 'delete', ground };
  expect(ruleOf(form({ years: '0', months: '18', rule: 'exact' }), months)).toEqual(months);
  const weeks: Rule = { ...months, keep: 'P3W' };
  expect(ruleOf(form({ years: '', months: '' }), weeks)).toEqual(weeks);
  const exact: Rule = { ...months, keep: 'P10Y' };
  expect(ruleOf(form({ years: '10', months: '0', rule: 'exact' }), exact)).toEqual(exact);
});

test('years and months that were entered are the period, counted to the day with months', () => {
  const old: Rule = { keep: 'P3W', from: 'created' };
  expect(ruleOf(form({ years: '1', months: '6' }), old)).toMatchObject({
    keep: 'P1Y6M',
    from: 'closed',
    rule: 'exact',
  });
  expect(ruleOf(form({ years: '', months: '6', from: 'created' }), old)).toMatchObject({
    keep: 'P6M',
    from: 'created',
  });
  expect(ruleOf(form({ years: '5', months: '' }), null)).toMatchObject({ keep: 'P5Y', rule: 'full-calendar-years' });
  expect(ruleOf(form({ years: '0', months: '0' }), old).keep).toBe('P0Y');
});

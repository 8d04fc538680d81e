import { expect, test } from 'vitest';
import { inWords } from '../src/admin/retentionrules';
import { preferences } from '../src/i18n/preferences';

test('a rule says how long, from when and what then', () => {
  preferences.set({ ...preferences.value, language: 'en' });
  expect(inWords({ keep: 'P10Y', from: 'closed' })).toBe('10 full calendar years after closing · Delete');
  expect(inWords({ keep: 'P1Y', from: 'created', rule: 'exact', action: 'anonymise' })).toBe(
    'P1Y after creation · Anonymise',
  );
  expect(inWords({ keep: 'P18M', from: 'done' })).toBe('P18M after closing · Delete');
  expect(inWords({ keep: 'P10Y', from: 'closed', action: 'keep' })).toBe('Keep for ever');
});

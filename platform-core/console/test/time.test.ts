import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, fromInput, mondayOf, toInput, weekOf } from '../src/i18n/time';

describe('time in Stockholm', () => {
  it('knows which day a moment belongs to', () => {
    expect(dayOf('2026-06-30T22:30:00Z')).toBe('2026-07-01');
    expect(dayOf('2026-12-31T22:30:00Z')).toBe('2026-12-31');
  });

  it('counts weeks as ISO does, around the new year too', () => {
    expect(weekOf('2024-12-30')).toBe('2025-W01');
    expect(weekOf('2021-01-03')).toBe('2020-W53');
    expect(weekOf('2026-11-22')).toBe('2026-W47');
    expect(mondayOf('2020-W53')).toBe('2020-12-28');
    for (let day = '2019-12-20'; day < '2027-01-15'; day = addDays(day, 1)) {
      expect(mondayOf(weekOf(day)) <= day && day <= addDays(mondayOf(weekOf(day)), 6), day).toBe(true);
    }
  });

  it('stays in the month', () => {
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-22', -12)).toBe('2025-11-22');
  });

  it('reads wall clocks, summer and winter', () => {
    expect(fromInput('2026-07-01T12:00')).toBe('2026-07-01T10:00:00Z');
    expect(fromInput('2026-12-01T12:00')).toBe('2026-12-01T11:00:00Z');
    expect(toInput('2026-07-01T10:00:00Z')).toBe('2026-07-01T12:00');
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { ActionDoc, DeadlineDoc } from '../src/api/types/work';
import type { HistoryEntry } from '../src/api/types/record';
import { addDays, today } from '../src/i18n/time';

vi.stubGlobal('location', { pathname: '/console/', search: '' });

const { countdown, daysUntil, groupOf, stepTo } = await import('../src/work/shown');
const { daysOfMonth } = await import('../src/work/month');
const { workLine } = await import('../src/work/line');

const deadline = (startedAt: string, dueAt: string, open = true) =>
  ({ startedAt, dueAt, open, state: 'running' }) as DeadlineDoc;
const action = (state: string, steps: string[]) => ({ state, steps }) as unknown as ActionDoc;

describe('work', () => {
  it('groups by when something is due', () => {
    expect(groupOf(null, false)).toBe('undated');
    expect(groupOf(today(), false)).toBe('today');
    expect(groupOf(addDays(today(), 7), false)).toBe('week');
    expect(groupOf(addDays(today(), 8), false)).toBe('later');
    expect(groupOf(addDays(today(), 8), true)).toBe('late');
    expect(groupOf(addDays(today(), -1), false)).toBe('late');
  });

  it('counts days over the change to winter time', () => {
    expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2);
    expect(daysUntil('2026-10-20', '2026-10-24')).toBe(-4);
  });

  it('counts a deadline down and then up', () => {
    const clock = deadline('2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z');
    const half = countdown(clock, Date.parse('2026-11-23T22:00:00Z'));
    expect(half.used).toBeCloseTo(0.5);
    expect(half.look).toBe('');
    expect(countdown(clock, Date.parse('2026-11-24T08:00:00Z')).look).toBe('soon');
    expect(countdown(clock, Date.parse('2026-11-27T10:00:00Z'))).toMatchObject({ used: 1, look: 'late' });
  });

  it('moves a card only by a step that may be taken', () => {
    expect(stepTo(action('decided', ['start', 'finish']), 'in-progress')).toBe('start');
    expect(stepTo(action('decided', ['start', 'finish']), 'done')).toBe('finish');
    expect(stepTo(action('decided', []), 'in-progress')).toBeNull();
    expect(stepTo(action('done', ['reopen']), 'in-progress')).toBe('reopen');
    expect(stepTo(action('done', ['reopen']), 'verified')).toBeNull();
  });

  it('fills a month with whole weeks from Monday', () => {
    const days = daysOfMonth('2026-11');
    expect(days[0]).toBe('2026-10-26');
    expect(days[days.length - 1]).toBe('2026-12-06');
    expect(days.length % 7).toBe(0);
    expect(daysOfMonth('2027-02')).toHaveLength(28);
  });

  it('tells what became of actions and deadlines, and leaves other entries to others', () => {
    const entry = (name: string, data: Record<string, unknown>) => ({ action: name, data }) as unknown as HistoryEntry;
    expect(workLine(entry('action.done', { title: 'Laga' }))).toMatchObject({ alone: false });
    expect(workLine(entry('deadline.missed', { label: { sv: 'Svara', en: 'Answer' } }))?.text).toContain('Svara');
    expect(workLine(entry('record.created', {}))).toBeNull();
    expect(workLine(entry('action.unheard-of', {}))).toBeNull();
  });
});

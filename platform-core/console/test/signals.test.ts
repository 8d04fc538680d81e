import { expect, it, vi } from 'vitest';
import type { Signal } from '../src/api/types/signal';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
const { figuresOf, signalAddress } = await import('../src/insight/signalcard');

const signal: Signal = {
  key: 'k',
  kind: 'more',
  title: { sv: 'Hot i Torget', en: 'Threat in Torget' },
  sentence: { sv: 'Hot i Torget: 6', en: 'Threat in Torget: 6' },
  type: 'incidents.report',
  filters: { kind: ['threat'], occurredAt: ['2025-11-14..2025-11-20'] },
  from: '2025-11-14',
  to: '2025-11-20',
  observed: 6,
  expected: 0.66,
  interval: [0, 3],
  probability: 0.0001,
  growth: null,
  weeks: [],
  dismissal: null,
};

it('figures say how many days and what is usual', () => {
  expect(figuresOf(signal)).toMatch(/7.*0[.,]7 \(0–3\)/);
  expect(figuresOf({ ...signal, from: signal.to, interval: [] })).not.toContain('(');
  expect(figuresOf({ ...signal, kind: 'overdue', from: null, to: null })).not.toMatch(/0[.,]7/);
});

it('counts days over the change of clocks', () => {
  expect(figuresOf({ ...signal, from: '2025-10-20', to: '2025-10-26' })).toMatch(/7/);
});

it('leads nowhere when its area is not installed', () => {
  expect(signalAddress(signal)).toBeNull();
});

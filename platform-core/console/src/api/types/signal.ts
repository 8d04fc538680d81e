import type { Text } from './common';

export const SIGNALS = ['more', 'repeated', 'hotspot', 'ageing', 'overdue'] as const;
export type SignalKind = (typeof SIGNALS)[number];

/** Something that is not as it usually is; its filters list exactly the records that it counts. */
export interface Signal {
  key: string;
  kind: SignalKind;
  title: Text;
  sentence: Text;
  type: string;
  filters: Record<string, string[]>;
  from: string | null;
  to: string | null;
  observed: number;
  expected: number;
  /** The lower and the upper end of what is usual; empty where there is none. */
  interval: number[];
  probability: number;
  growth: number | null;
  weeks: { to: string; observed: number; expected: number }[];
  dismissal: { reason: string; name: string | null; at: string; until: string } | null;
}

export interface Signals {
  items: Signal[];
  total: number;
  tested: number;
  tooShort: number;
  following: boolean;
}

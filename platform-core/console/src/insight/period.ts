import { addDays, addMonths, today } from '../i18n/time';
import { periodIn, type Period } from '../record/period';

export type { Period };

export type Interval = 'day' | 'week' | 'month';

export const asRange = ({ from, to }: Period) => `${from}..${to}`;

/** The period of an address; an end that is missing is today, a beginning that is missing is a year before. */
export function periodOf(range: string | null, end = today()): Period {
  const { from, to } = periodIn(range ?? '');
  const last = to || end;
  return { from: from || addDays(addMonths(last, -12), 1), to: last };
}

export const days = ({ from, to }: Period) =>
  Math.round((Date.parse(`${to}T12:00Z`) - Date.parse(`${from}T12:00Z`)) / 86_400_000) + 1;

/** The same days a year before; in weeks, so that a Monday meets a Monday. */
export const yearBefore = ({ from, to }: Period): Period =>
  days({ from, to }) > 300
    ? { from: addMonths(from, -12), to: addMonths(to, -12) }
    : { from: addDays(from, -364), to: addDays(to, -364) };

export const usualInterval = (period: Period): Interval =>
  days(period) > 800 ? 'month' : days(period) > 45 ? 'week' : 'day';

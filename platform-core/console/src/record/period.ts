import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { addDays, addMonths, dayOf, mondayOf, monthName, today } from '../i18n/time';

/** A stretch of days, both ends included. */
export interface Period {
  from: string;
  to: string;
}

const COUNTED = /^(?:last|past)-(\d{1,4})-(day|week|month|year)s?$/;
const TURN = /^(last|this|next)-(week|month|quarter|year)$/;

const until = (from: string, next: string): Period => ({ from, to: addDays(next, -1) });
const months = (first: string, count: number) => until(first, addMonths(first, count));

/** The days of the names that the console itself writes, as the platform reads them; null for any other. */
function daysOfName(name: string, now: string): Period | null {
  if (name === 'today') return { from: now, to: now };
  if (name === 'yesterday') return { from: addDays(now, -1), to: addDays(now, -1) };
  const counted = COUNTED.exec(name);
  if (counted) {
    const count = Number(counted[1]);
    const after = addDays(now, 1);
    const unit = counted[2];
    if (unit === 'day' || unit === 'week') return until(addDays(after, -count * (unit === 'day' ? 1 : 7)), after);
    return until(addMonths(after, -count * (unit === 'month' ? 1 : 12)), after);
  }
  const turn = TURN.exec(name);
  if (!turn) return null;
  const step = { last: -1, this: 0, next: 1 }[turn[1] as 'last' | 'this' | 'next'];
  const month = `${now.slice(0, 7)}-01`;
  if (turn[2] === 'week') {
    const monday = addDays(now, -((new Date(`${now}T12:00:00Z`).getUTCDay() + 6) % 7) + step * 7);
    return { from: monday, to: addDays(monday, 6) };
  }
  if (turn[2] === 'month') return months(addMonths(month, step), 1);
  const quarter = addMonths(month, -((Number(now.slice(5, 7)) - 1) % 3) + step * 3);
  if (turn[2] === 'quarter') return months(quarter, 3);
  return months(`${Number(now.slice(0, 4)) + step}-01-01`, 12);
}

function daysOfDate(text: string): Period | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { from: text, to: text };
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)))
    return { from: dayOf(text), to: dayOf(text) };
  if (/^\d{4}-W\d{2}$/.test(text)) return { from: mondayOf(text), to: addDays(mondayOf(text), 6) };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) return months(`${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`, 3);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return months(`${text}-01`, 1);
  return /^\d{4}$/.test(text) ? months(`${text}-01-01`, 12) : null;
}

/** The days of a filter such as `2026-01-01..2026-03-31`, `2026-03` or `last-12-months`; an end that is open or not understood is empty. */
export function periodIn(range: string, now = today()): Period {
  const [one = '', two = one] = range.split('..');
  const end = (text: string) => daysOfDate(text) ?? daysOfName(text, now);
  return { from: end(one)?.from ?? '', to: end(two)?.to ?? '' };
}

/** What a period is called that goes by a name; empty for days and for names that are not known. */
export function periodName(range: string): string {
  if (/^\d{4}$/.test(range)) return range;
  if (/^\d{4}-\d{2}$/.test(range)) return `${monthName(range, 'long')} ${range.slice(0, 4)}`;
  const counted = COUNTED.exec(range);
  if (counted) return t(`period.last.${counted[2]}` as Key, { n: Number(counted[1]) });
  if (range === 'today' || range === 'yesterday') return t(`period.${range}`);
  return TURN.test(range) ? t(`period.${range}` as Key) : '';
}

import { locale, t } from './i18n';

/** The calendar everything is counted in. */
export const ZONE = 'Europe/Stockholm';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options })));
  return made;
}

const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** `2026-11-24` of a moment, in Stockholm. */
export const dayOf = (moment: string | Date) => iso.format(new Date(moment));
export const today = () => dayOf(new Date());

/** Calendar arithmetic on `2026-11-24`, far from midnight and summer time. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1, 12));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(dayOfMonth, last)).padStart(2, '0')}`;
}

const sameYear = (day: string) => day.slice(0, 4) === today().slice(0, 4);

export const clock = (moment: string) => format({ hour: '2-digit', minute: '2-digit' }).format(new Date(moment));

/** `19 Nov`, with the year when it is another one. */
export function shortDay(moment: string): string {
  const date = new Date(moment.length === 10 ? `${moment}T12:00:00Z` : moment);
  return format({ day: 'numeric', month: 'short', ...(sameYear(dayOf(date)) ? {} : { year: 'numeric' }) }).format(date);
}

/** `Thu 19 Nov 2026`. */
export function longDay(moment: string): string {
  const date = new Date(moment.length === 10 ? `${moment}T12:00:00Z` : moment);
  return format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** `19 Nov 2026, 21:40`. */
export const fullMoment = (moment: string) =>
  `${format({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(moment))}, ${clock(moment)}`;

export const longMoment = (moment: string) => `${longDay(moment)}, ${clock(moment)}`;

/** A heading for a day in a list: today and yesterday by name. */
export function dayHeading(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  const plain = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear(day) ? {} : { year: 'numeric' }),
  }).format(date);
  if (day === today()) return `${t('time.today')}, ${plain}`;
  if (day === addDays(today(), -1)) return `${t('time.yesterday')}, ${plain}`;
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** In timelines: the hour today, the day and hour otherwise. */
export function moment(at: string): string {
  const day = dayOf(at);
  if (day === today()) return `${t('time.today').toLowerCase()} ${clock(at)}`;
  if (day === addDays(today(), -1)) return `${t('time.yesterday').toLowerCase()} ${clock(at)}`;
  return `${shortDay(at)} ${clock(at)}`;
}

/** In narrow columns: the hour when it was today, otherwise the day. */
export const briefly = (at: string) => (dayOf(at) === today() ? clock(at) : shortDay(at));

export function since(at: string): string {
  const minutes = Math.max(0, Math.round((Date.now() - new Date(at).getTime()) / 60_000));
  if (minutes < 60) return t('time.minutes', { n: minutes });
  if (minutes < 48 * 60) return t('time.hours', { n: Math.round(minutes / 60) });
  return t('time.days', { n: Math.round(minutes / 1440) });
}

export const monthName = (month: string, style: 'short' | 'long' = 'short') =>
  format({ month: style })
    .format(new Date(`${month.slice(0, 7)}-15T12:00:00Z`))
    .replace('.', '');

export const weekdayName = (weekday: number) =>
  format({ weekday: 'long' }).format(new Date(Date.UTC(2024, 0, weekday, 12)));

/** Monday of an ISO week such as `2024-W09`. */
export function mondayOf(week: string): string {
  const [year = 0, number = 1] = week.split('-W').map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4, 12));
  const monday = addDays(fourth.toISOString().slice(0, 10), -((fourth.getUTCDay() + 6) % 7));
  return addDays(monday, (number - 1) * 7);
}

/** ISO week such as `2024-W09` of a day. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  const thursday = addDays(day, 3 - ((date.getUTCDay() + 6) % 7));
  const year = thursday.slice(0, 4);
  const first = mondayOf(`${year}-W01`);
  const weeks = Math.round(
    (Date.parse(`${thursday}T12:00:00Z`) - Date.parse(`${first}T12:00:00Z`)) / 604_800_000 - 0.4,
  );
  return `${year}-W${String(weeks + 1).padStart(2, '0')}`;
}

/** A moment as `<input type="datetime-local">` wants it, in Stockholm. */
export function toInput(moment: string): string {
  return `${dayOf(moment)}T${new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(new Date(moment))}`;
}

/** And back: the wall clock in Stockholm as a moment. */
export function fromInput(value: string): string {
  const guess = new Date(`${value}:00Z`);
  const shown = Date.parse(`${toInput(guess.toISOString())}:00Z`);
  return new Date(guess.getTime() - (shown - guess.getTime())).toISOString().replace('.000Z', 'Z');
}

export const greetingHour = () =>
  Number(new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: 'numeric', hourCycle: 'h23' }).format(new Date()));

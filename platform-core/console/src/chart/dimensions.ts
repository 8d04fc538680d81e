import type { TypeDefinition } from '../api/types/definition';
import type { Cube } from '../api/types/insight';
import { label, t } from '../i18n/i18n';
import { addDays, addMonths, mondayOf, monthName, today, weekOf } from '../i18n/time';
import { facetsOf } from '../record/definitions';
import { calendarName, filterName, type Words } from '../record/filters';
import { periodIn } from '../record/period';
import type { Asked } from './asked';

const CALENDAR = ['day', 'week', 'month', 'year'] as const;
/** Few enough to be shown all, with something or without. */
const CLOCK: Record<string, string[]> = {
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
  hour: Array.from({ length: 24 }, (_, hour) => String(hour)),
};
const ORDERED = ['severity', 'openActions'];
const HEADER = [
  'kind', 'category', 'place', 'area', 'unit', 'asset', 'severity', 'state', 'phase', 'assignee', 'channel', 'source', 'secrecy',
  'openActions', 'merged',
]; // prettier-ignore
const MOST_STEPS = 4_000;

export type Calendar = (typeof CALENDAR)[number];

export const isCalendar = (id: string): id is Calendar => (CALENDAR as readonly string[]).includes(id);

/** Whether its keys follow each other as time does. */
export const isTime = (id: string) => isCalendar(id) || id in CLOCK;

/** Whether its keys have an order of their own; others are sorted by size. */
export const isOrdered = (id: string) => isTime(id) || ORDERED.includes(id);

export const TIMES = [...CALENDAR, ...Object.keys(CLOCK)];

/** What records of a type can be divided by, times first. */
export const dimensionsOf = (type: TypeDefinition | null) => [
  ...TIMES,
  ...HEADER,
  ...facetsOf(type).map(({ id }) => `fields.${id}`),
];

/** What a dimension is called: by the console, otherwise as the answer has it. */
export function dimensionName(id: string, words: Words, answer?: Cube): string {
  if (id === 'type') return t('chart.type');
  const named = answer?.dimensions.find((one) => one.id === id);
  return id.startsWith('fields.') && named ? label(named.title) : filterName(id, words);
}

/** What the keys of an answer are called. */
export function keyNames(answer: Cube, id: string): (key: string) => string {
  const known = new Map(
    answer.dimensions.find((one) => one.id === id)?.values.map(({ key, label: name }) => [key, label(name)]),
  );
  return (key) => {
    if (key === 'none') return t(id === 'assignee' ? 'person.nobody' : 'filter.none');
    return isTime(id) ? calendarName(id, key) : known.get(key) || key;
  };
}

/** The same in a narrow column. */
export const briefName = (id: string, key: string, name: string) =>
  id === 'month' && key !== 'none' ? `${monthName(key)} ${key.slice(0, 4)}` : name;

const step: Record<Calendar, (day: string) => string> = {
  day: (day) => addDays(day, 1),
  week: (day) => addDays(day, 7),
  month: (day) => addMonths(day, 1),
  year: (day) => addMonths(day, 12),
};

const firstDay: Record<Calendar, (day: string) => string> = {
  day: (day) => day,
  week: (day) => mondayOf(weekOf(day)),
  month: (day) => `${day.slice(0, 7)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
};

const keyOf: Record<Calendar, (day: string) => string> = {
  day: (day) => day,
  week: weekOf,
  month: (day) => day.slice(0, 7),
  year: (day) => day.slice(0, 4),
};

/** All keys of the calendar from one day to another. */
export function steps(id: Calendar, from: string, to: string): string[] {
  const keys: string[] = [];
  for (let day = firstDay[id](from); day <= to && keys.length < MOST_STEPS; day = step[id](day))
    keys.push(keyOf[id](day));
  return keys;
}

const dayIn = (id: Calendar, key: string) => (id === 'week' ? mondayOf(key) : `${key}-01-01`.slice(0, 10));

/** Whether the period begins or ends in the middle of a step: fewer days are no decrease. */
export function partial(id: string, { filters }: Asked): boolean {
  const range = filters.getAll('occurredAt');
  if (!isCalendar(id) || id === 'day' || range.length !== 1) return false;
  const { from, to } = periodIn(range[0] ?? '');
  const end = to && to < today() ? to : '';
  return (
    (!!from && firstDay[id](from) !== from) ||
    (!!to && !end) ||
    (!!end && firstDay[id](addDays(end, 1)) !== addDays(end, 1))
  );
}

/**
 * The keys of a time in order, those between them too: over the period that the question names, or over what there is. A
 * frozen answer tells nothing of the days that a relative period meant then.
 */
export function timeKeys(id: string, found: string[], { filters }: Asked, frozen: boolean): string[] {
  const clock = CLOCK[id];
  if (clock) return filters.has(id) ? [...found].sort((a, b) => Number(a) - Number(b)) : clock;
  if (!isCalendar(id)) return found;
  const sorted = [...found].sort();
  const range = filters.getAll('occurredAt');
  const period =
    range.length === 1 && !(frozen && /[a-z]/.test(range[0] ?? '')) ? periodIn(range[0] ?? '') : { from: '', to: '' };
  const narrowed = CALENDAR.some((other) => filters.has(other));
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const from = (narrowed ? '' : period.from) || (first ? dayIn(id, first) : '');
  const to = (narrowed ? '' : period.to) || (last ? dayIn(id, last) : '');
  return from && to ? [...new Set([...steps(id, from, to), ...sorted])].sort() : sorted;
}

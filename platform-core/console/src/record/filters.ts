import type { TypeDefinition } from '../api/types/definition';
import type { Unit } from '../api/types/session';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { addDays, addMonths, longDay, mondayOf, monthName, shortDay, today, weekdayName } from '../i18n/time';
import { severityName } from '../kit/marks';
import { facetsOf, kindName, statesOf } from './definitions';
import { channelName } from './names';
import { periodIn, periodName } from './period';
import { pathOf } from './tree';

/** Filters of the REST reference; the console's address holds them under the same names. */
const NAMES = [
  'kind', 'state', 'phase', 'category', 'place', 'severity', 'assignee', 'unit', 'asset', 'secrecy', 'channel', 'source', 'merged', 'number',
  'actions.due', 'occurredAt', 'createdAt', 'updatedAt', 'year', 'month', 'week', 'day', 'weekday', 'hour', 'area', 'openActions', 'is', 'has',
  'bbox', 'q',
] as const; // prettier-ignore
const KNOWN = new Set<string>(NAMES);

export const isFilter = (name: string) => KNOWN.has(name) || name.startsWith('fields.');

/** The part of an address that says which records. */
export function filtersOf(query: URLSearchParams): URLSearchParams {
  const filters = new URLSearchParams();
  for (const [name, value] of query) if (isFilter(name) && value) filters.append(name, value);
  return filters;
}

export function withFilters(base: URLSearchParams, change: Record<string, string | string[] | null>): URLSearchParams {
  const next = new URLSearchParams(base);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    if (value !== null) for (const one of Array.isArray(value) ? value : [value]) next.append(name, one);
  }
  return next;
}

const ICONS: Record<string, string> = {
  kind: 'tag', state: 'circle-dot', phase: 'circle-dot', category: 'folder', place: 'map-pin', severity: 'triangle-alert',
  assignee: 'user', unit: 'network', asset: 'box', merged: 'git-merge', 'actions.due': 'clock-alert', secrecy: 'lock', channel: 'inbox', source: 'rss', number: 'hash', occurredAt: 'calendar',
  createdAt: 'calendar', updatedAt: 'calendar', year: 'calendar', month: 'calendar', week: 'calendar', day: 'calendar',
  weekday: 'calendar', hour: 'clock', area: 'map', openActions: 'circle-check-big', is: 'circle-dot', has: 'circle-check', bbox: 'map', q: 'search',
}; // prettier-ignore

export const filterIcon = (name: string) => ICONS[name] ?? 'sliders-horizontal';

/** What a person may filter by from the menu; the calendar parts come from pictures. */
export const CHOICES = [
  'kind',
  'state',
  'phase',
  'severity',
  'assignee',
  'unit',
  'place',
  'category',
  'secrecy',
  'channel',
  'source',
];
export const RANGES = ['occurredAt', 'createdAt', 'updatedAt'];

export interface Words {
  type: TypeDefinition | null;
  units: Unit[];
  /** Labels the platform gave for keys, as `field=key`. */
  labels: Map<string, string>;
}

export function filterName(name: string, { type }: Words): string {
  if (name.startsWith('fields.')) {
    const field = facetsOf(type).find(({ id }) => id === name.slice(7));
    return label(field?.label) || name.slice(7);
  }
  return t(`filter.${name}` as Key);
}

export function valueName(name: string, value: string, words: Words): string {
  if (value === 'none' && !name.startsWith('q')) return t(name === 'assignee' ? 'person.nobody' : 'filter.none');
  const known = words.labels.get(`${name}=${value}`);
  switch (name) {
    case 'kind':
      return known ?? kindName(words.type, value);
    case 'state':
      return known ?? (label(statesOf(words.type).find(({ id }) => id === value)?.label) || value);
    case 'phase':
    case 'secrecy':
      return t(`${name}.${value}` as Key) || value;
    case 'channel':
      return channelName(value);
    case 'severity':
      return value.includes('..') ? t('filter.severity.range', split(value)) : severityName(Number(value));
    case 'assignee':
      return value === 'me' ? t('filter.me') : (known ?? value);
    case 'unit':
      return known ?? (label(words.units.find(({ id, code }) => id === value || code === value)?.name) || value);
    case 'occurredAt':
    case 'createdAt':
    case 'updatedAt':
    case 'actions.due':
      return rangeName(value);
    case 'is':
      return ['open', 'closed', 'merged', 'overdue'].includes(value) ? t(`filter.is.${value}` as Key) : value;
    case 'has':
      return value === 'actions' || isFilter(value) ? filterName(value, words) : value;
    case 'merged':
      return t(value === 'true' ? 'filter.yes' : 'filter.no');
    case 'bbox':
      return t('filter.section');
    default:
      return name.startsWith('fields.')
        ? fieldValue(name.slice(7), value, words)
        : (known ?? calendarName(name, value));
  }
}

function fieldValue(id: string, value: string, { type, labels }: Words): string {
  const field = facetsOf(type).find((facet) => facet.id === id);
  if (field?.type === 'tree') return pathOf(field.choices, value).join(' › ');
  const choice = field?.choices?.find((candidate) => candidate.id === value);
  if (choice) return label(choice.label);
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'value.yes' : 'value.no');
  return labels.get(`fields.${id}=${value}`) ?? value;
}

export function calendarName(name: string, value: string): string {
  if (name === 'month') return `${monthName(value, 'long')} ${value.slice(0, 4)}`;
  if (name === 'week') return t('time.week', { week: String(Number(value.slice(6))), year: value.slice(0, 4) });
  if (name === 'day') return longDay(value);
  if (name === 'weekday') return weekdayName(Number(value));
  if (name === 'hour')
    return t('time.hour', { from: value.padStart(2, '0'), to: String((Number(value) + 1) % 24).padStart(2, '0') });
  return value;
}

function split(range: string): { from: string; to: string } {
  const [from = '', to = ''] = range.split('..');
  return { from, to };
}

export function rangeName(range: string): string {
  const preset = presets().find(([, value]) => value === range);
  if (preset) return t(preset[0]);
  const named = periodName(range);
  if (named) return named;
  const { from, to } = periodIn(range);
  if (!from && !to) return range;
  if (from && to) return from === to ? longDay(from) : `${shortDay(from)} – ${shortDay(to)}`;
  return from ? t('filter.from', { day: shortDay(from) }) : t('filter.to', { day: shortDay(to) });
}

export function presets(): [Key, string][] {
  const now = today();
  const monday = addDays(now, -((new Date(`${now}T12:00:00Z`).getUTCDay() + 6) % 7));
  return [
    ['period.today', `${now}..${now}`],
    ['period.week', `${monday}..${now}`],
    ['period.days', `${addDays(now, -29)}..${now}`],
    ['period.year', `${addDays(addMonths(now, -12), 1)}..${now}`],
  ];
}

/** First and last day that a calendar value covers. */
export function daysOf(dimension: 'day' | 'week' | 'month' | 'year', key: string): { from: string; to: string } {
  if (dimension === 'year') return { from: `${key}-01-01`, to: `${key}-12-31` };
  if (dimension === 'day') return { from: key, to: key };
  if (dimension === 'week') return { from: mondayOf(key), to: addDays(mondayOf(key), 6) };
  const first = `${key}-01`;
  return { from: first, to: addDays(addMonths(first, 1), -1) };
}

import type { FieldDefinition, TypeDefinition } from '../api/types/definition';
import { label, number, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { measuresOf, statesOf } from '../record/definitions';
import { filterName, type Words } from '../record/filters';

export const HOWS = ['sum', 'mean', 'median', 'p10', 'p25', 'p75', 'p90', 'p95', 'p99'];
/** The points of time that every record has. */
const POINTS = ['created', 'occurred', 'phase:closed'];
const DAY = 86_400;
const HOUR = 3_600;

/** What is computed of each cell; its numbers are in this unit. */
export interface Measure {
  id: string;
  how: string;
  /** `fields.cost`, `time:A..B`, `age`; of a share the dimension; empty for all records. */
  source: string;
  unit: 'records' | 'share' | 'seconds' | 'number';
}

export function measure(id: string): Measure {
  const at = id.indexOf(':');
  const how = at < 0 ? id : id.slice(0, at);
  const source = at < 0 ? '' : id.slice(at + 1);
  const timed = source === 'age' || source.startsWith('time:');
  return {
    id,
    how,
    source,
    unit: how === 'count' ? 'records' : how === 'share' ? 'share' : timed ? 'seconds' : 'number',
  };
}

/** Whether the numbers of parts add up to the number of the whole. */
export const adds = ({ how, source }: Measure) => how === 'count' || how === 'sum' || (how === 'share' && !source);

/** What there is of no records; null for what does not exist. */
export const ofNothing = (one: Measure): number | null => (adds(one) ? 0 : null);

const fieldOf = ({ source }: Measure, type: TypeDefinition | null): FieldDefinition | undefined =>
  measuresOf(type).find(({ id }) => `fields.${id}` === source);

/** What values are taken from: a number of the form, a time, or the age. */
export function sourceName(source: string, words: Words): string {
  if (source === 'age') return t('measure.age');
  if (source.startsWith('time:')) {
    const [from = '', to = ''] = source.slice(5).split('..');
    return t('measure.time', { from: pointName(from, words), to: pointName(to, words) });
  }
  return (
    label(measuresOf(words.type).find(({ id }) => `fields.${id}` === source)?.label) || source.replace('fields.', '')
  );
}

export const pointName = (point: string, { type }: Words): string =>
  POINTS.includes(point)
    ? t(`measure.point.${point}` as Key)
    : label(statesOf(type).find(({ id }) => id === point)?.label).toLowerCase() || point;

export function measureName(one: Measure, words: Words): string {
  const { how, source } = one;
  if (how === 'count') return t('measure.count');
  if (how === 'share') return source ? t('measure.share.of', { what: filterName(source, words) }) : t('measure.share');
  const what = sourceName(source, words);
  return how.startsWith('p')
    ? t('measure.percentile', { n: Number(how.slice(1)), what })
    : t(`measure.${how}` as Key, { what });
}

export const howName = (how: string) =>
  how.startsWith('p') ? t('measure.how.percentile', { n: Number(how.slice(1)) }) : t(`measure.how.${how}` as Key);

/** A time in the largest unit that says something. */
export function lasting(seconds: number): string {
  const size = Math.abs(seconds);
  const fraction = { maximumFractionDigits: 1 };
  if (size >= 2 * DAY) return t('measure.days', { n: number(seconds / DAY, fraction) });
  if (size >= HOUR) return t('measure.hours', { n: number(seconds / HOUR, fraction) });
  if (size < 90) return t('measure.seconds', { n: number(seconds, { maximumFractionDigits: 0 }) });
  return t('measure.minutes', { n: number(seconds / 60, { maximumFractionDigits: 0 }) });
}

/** A number of this measure as people read it; a dash for what does not exist. */
export function amount(one: Measure, value: number | null | undefined, { type }: Words): string {
  if (value === null || value === undefined) return '–';
  if (one.unit === 'share') return number(value, { style: 'percent', maximumFractionDigits: 1 });
  if (one.unit === 'seconds') return lasting(value);
  const field = fieldOf(one, type);
  if (field?.currency) return number(value, { style: 'currency', currency: field.currency, maximumFractionDigits: 0 });
  const plain = number(value, { maximumFractionDigits: 1 });
  return field?.unit && one.unit === 'number' ? `${plain} ${field.unit}` : plain;
}

/** A difference with its sign; of shares in percentage points. */
export function difference(one: Measure, by: number, words: Words): string {
  if (by === 0) return '±0';
  const size =
    one.unit === 'share'
      ? t('measure.points', { n: number(Math.abs(by) * 100, { maximumFractionDigits: 1 }) })
      : amount(one, Math.abs(by), words);
  return `${by > 0 ? '+' : '−'}${size}`;
}

/** From where a time can be measured, and to where. */
export const pointsOf = (type: TypeDefinition | null) => [
  ...new Set([...POINTS.slice(0, 2), ...statesOf(type).map(({ id }) => id), ...POINTS.slice(2)]),
];

/** What values there are to take: the numbers of the forms, and the age. */
export const sourcesOf = (type: TypeDefinition | null) => [...measuresOf(type).map(({ id }) => `fields.${id}`), 'age'];

import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';

/** Types of fields in the order in which they are offered, each with its picture. */
export const FIELD_TYPES: Record<string, string> = {
  text: 'type',
  'long-text': 'text-initial',
  number: 'hash',
  range: 'arrow-right-left',
  money: 'coins',
  date: 'calendar',
  time: 'clock',
  choice: 'circle-dot',
  tree: 'git-branch',
  boolean: 'circle-check',
  person: 'user',
  people: 'users',
  unit: 'network',
  asset: 'box',
  place: 'map-pin',
  file: 'paperclip',
  photo: 'camera',
  table: 'table-2',
};

/** Types that a column of a table may have. */
export const COLUMN_TYPES = ['text', 'long-text', 'number', 'money', 'date', 'time', 'choice', 'tree', 'boolean'];

export const FACETS = ['choice', 'tree', 'boolean', 'text', 'date', 'number', 'person', 'unit', 'asset'];
export const MEASURES = ['number', 'money'];

export const typeName = (type: string): string => (FIELD_TYPES[type] ? t(`design.type.${type}` as Key) : type);

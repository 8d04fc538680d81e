import { t } from '../i18n/i18n';
import { messages, type Key } from '../i18n/messages';

/** Types that have a name of their own; an organisation may use others. */
export const UNIT_TYPES = [
  'municipality',
  'board',
  'administration',
  'department',
  'unit',
  'company',
  'external-partner',
];

export const typeName = (type: string) => (`unit.type.${type}` in messages ? t(`unit.type.${type}` as Key) : type);

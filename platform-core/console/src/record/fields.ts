import type { Text } from '../api/types/common';
import type { Choice, Condition, FieldDefinition, KindDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { idOf } from './references';

/** One question of a form, of the kind or of every record. */
export interface FormField {
  id: string;
  header: boolean;
  type: FieldDefinition['type'] | 'severity' | 'assignee' | 'secrecy' | 'moment' | 'word';
  label: Text | string;
  help?: Text | string;
  required: boolean;
  choices?: Choice[];
  showIf?: Condition;
  definition?: FieldDefinition;
}

/** What a person has filled in: header members and own fields under their names. */
export type Values = Record<string, unknown>;

const HEADER: Record<string, FormField['type']> = {
  title: 'text', description: 'long-text', unit: 'unit', asset: 'asset', place: 'place', occurredAt: 'moment', occurredUntil: 'moment',
  category: 'word', severity: 'severity', assignee: 'assignee', secrecy: 'secrecy', photos: 'photo',
}; // prettier-ignore

export const isHeader = (id: string) => id in HEADER;

export function formField(id: string, kind: KindDefinition | undefined): FormField | null {
  const own = kind?.fields.find((field) => field.id === id);
  if (own) return questionOf(own);
  const type = HEADER[id];
  if (!type) return null;
  return { id, header: true, type, label: t(`field.${id}` as Key), required: id === 'title' };
}

/** A field of a definition as a question; a cell of a table has a name of its own. */
export const questionOf = (own: FieldDefinition, name: Text | string = own.label): FormField => ({
  id: own.id,
  header: false,
  type: own.type,
  label: name,
  required: own.required ?? false,
  definition: own,
  ...(own.help ? { help: own.help } : {}),
  ...(own.choices ? { choices: own.choices } : {}),
  ...(own.showIf ? { showIf: own.showIf } : {}),
});

export interface FieldGroup {
  title: Text | string;
  fields: FormField[];
}

/** The form as its definition lays it out; what the layout forgot comes last. */
export function groupsOf(kind: KindDefinition): FieldGroup[] {
  const placed = new Set(kind.layout.flatMap(({ fields }) => fields));
  const made = (ids: string[]) => ids.map((id) => formField(id, kind)).filter((field) => field !== null);
  const groups = kind.layout.map(({ group, fields }): FieldGroup => ({ title: group, fields: made(fields) }));
  const rest = kind.fields.map(({ id }) => id).filter((id) => !placed.has(id));
  if (!placed.has('title')) {
    if (groups[0]) groups[0].fields.unshift(...made(['title']));
    else groups.push({ title: t('form.what'), fields: made(['title', 'description', 'occurredAt', 'place']) });
  }
  if (rest.length) groups.push({ title: t('form.more'), fields: made(rest) });
  return groups.filter(({ fields }) => fields.length > 0);
}

export const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a field is asked at all, as the platform decides it: a field without a value fulfils nothing but `isSet: false`. */
export function holds(condition: Condition | undefined, values: Values): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((one) => holds(one, values));
  if ('any' in condition) return condition.any.some((one) => holds(one, values));
  if ('not' in condition) return !holds(condition.not, values);
  const value = values[condition.field];
  if (condition.isSet !== undefined) return isEmpty(value) !== condition.isSet;
  if (isEmpty(value)) return false;
  if (condition.in) return condition.in.includes(value);
  if (condition.atLeast !== undefined) return Number(value) >= condition.atLeast;
  if (condition.atMost !== undefined) return Number(value) <= condition.atMost;
  return condition.is === undefined || condition.is === value;
}

export function valueOf(record: RecordDoc, { id, header }: FormField): unknown {
  return header ? (record as unknown as Values)[id] : record.fields?.[id];
}

export function valuesOf(record: RecordDoc): Values {
  const header = Object.fromEntries(Object.keys(HEADER).map((id) => [id, (record as unknown as Values)[id]]));
  return { ...header, ...record.fields };
}

/** The body of a change: header members as they are, the kind's own under `fields`; empty becomes null. */
export function body(fields: FormField[], values: Values): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const own: Values = {};
  for (const field of fields) {
    if (!(field.id in values)) continue;
    const value = isEmpty(values[field.id]) ? null : outgoing(field, values[field.id]);
    if (field.header) result[field.id] = value;
    else own[field.id] = value;
  }
  return Object.keys(own).length ? { ...result, fields: own } : result;
}

function outgoing({ type }: FormField, value: unknown): unknown {
  return ['unit', 'asset', 'assignee', 'person'].includes(type) ? idOf(value) : value;
}

/** What is wrong with the cells of tables: by field, then by row and column as `2.days`. */
export function cellErrors(errors: { field: string; detail: string }[]): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const { field, detail } of errors) {
    const [, id, row, column] = /^fields\.(\w+)\[(\d+)\]\.([\w-]+)/.exec(field) ?? [];
    if (id && row && column) (found[id] ??= {})[`${row}.${column}`] = detail;
  }
  return found;
}

/** `fields.weapon`, `fields.people[0].role` and `place.latitude` belong to the field on the screen. */
export const ownName = (field: string) => field.replace(/^fields\./, '').replace(/[.[].*$/, '');

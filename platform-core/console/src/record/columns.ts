import { html, type TemplateResult } from 'lit';
import type { TypeDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { briefly, clock, shortDay } from '../i18n/time';
import { person, secrecyIcon, state } from '../kit/marks';
import { facetsOf, kindName, kindOf, statesOf } from './definitions';
import { channelName } from './names';
import { nameOf } from './references';
import { pathOf } from './tree';
import { unitOf } from './units';

export interface Column {
  id: string;
  name: string;
  sort?: string;
  numeric?: boolean;
  cell: (record: RecordDoc, grouped: boolean) => unknown;
}

const USUAL = ['number', 'title', 'state', 'kind', 'assignee', 'occurredAt'];

export const chosenColumns = (query: URLSearchParams) => query.get('cols')?.split(',').filter(Boolean) ?? USUAL;

export const asParameter = (ids: string[]) => (ids.join() === USUAL.join() ? null : ids.join(','));

/** `INC-2026-000123` in a list of one type says nothing but its end. */
export const shortNumber = (number: string) => number.split('-').slice(-1)[0] ?? number;

const day = (at: string | null, grouped: boolean): TemplateResult =>
  at ? html`<time datetime=${at}>${grouped ? clock(at) : briefly(at)}</time>` : html``;

/** Every column a list of this type can have. */
export function columns(type: TypeDefinition | null, many: boolean): Column[] {
  const name = (id: string) => t(`column.${id}` as Key);
  const quiet = (text: unknown) => html`<span class="m2">${text}</span>`;
  const fixed: Column[] = [
    {
      id: 'number',
      name: name('number'),
      sort: 'number',
      cell: ({ number }) => html`<span class="id">${many ? number : shortNumber(number)}</span>`,
    },
    { id: 'title', name: name('title'), sort: 'title', cell: () => '' },
    {
      id: 'state',
      name: name('state'),
      cell: (record) => state(record.state, kindOf(type, record.kind)?.states ?? statesOf(type)),
    },
    { id: 'kind', name: name('kind'), cell: ({ kind }) => quiet(kindName(type, kind)) },
    { id: 'assignee', name: name('assignee'), cell: ({ assignee }) => person(assignee) },
    { id: 'place', name: name('place'), cell: ({ place }) => quiet(place?.name ?? '') },
    { id: 'unit', name: name('unit'), cell: ({ unit }) => quiet(label(unit?.name)) },
    { id: 'category', name: name('category'), cell: ({ category }) => quiet(category ?? '') },
    {
      id: 'secrecy',
      name: name('secrecy'),
      cell: ({ secrecy }) =>
        html`<span class="row tight m2">${secrecyIcon(secrecy)}${t(`secrecy.${secrecy}` as Key)}</span>`,
    },
    { id: 'channel', name: name('channel'), cell: ({ channel }) => quiet(channel ? channelName(channel) : '') },
    {
      id: 'occurredAt',
      name: name('occurredAt'),
      sort: 'occurredAt',
      numeric: true,
      cell: ({ occurredAt }, grouped) => day(occurredAt, grouped),
    },
    {
      id: 'createdAt',
      name: name('createdAt'),
      sort: 'createdAt',
      numeric: true,
      cell: ({ createdAt }) => day(createdAt, false),
    },
    {
      id: 'updatedAt',
      name: name('updatedAt'),
      sort: 'updatedAt',
      numeric: true,
      cell: ({ updatedAt }) => day(updatedAt, false),
    },
  ];
  const own = facetsOf(type).map((field): Column => ({
    id: `fields.${field.id}`,
    name: label(field.label),
    cell: ({ fields }) => {
      const value = fields[field.id];
      if (field.type === 'tree') return quiet(value ? pathOf(field.choices, String(value)).at(-1) : '');
      if (field.type === 'unit') return quiet(label(unitOf(String(value))?.name) || nameOf(String(value)));
      if (field.type === 'person' || field.type === 'asset') return quiet(nameOf(String(value)));
      const choice = field.choices?.find(({ id }) => id === value);
      if (typeof value === 'boolean') return quiet(t(value ? 'value.yes' : 'value.no'));
      if (field.type === 'date' && typeof value === 'string') return quiet(shortDay(value));
      return quiet(choice ? label(choice.label) : (value ?? ''));
    },
  }));
  return [...fixed, ...own];
}

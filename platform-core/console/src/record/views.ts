import type { Key } from '../i18n/messages';
import { filtersOf, presets } from './filters';

/** Ready-made views of every area: which records, under which name. */
export const views = (): { key: Key; filters: Record<string, string> }[] => [
  { key: 'view.inbox', filters: { phase: 'open', assignee: 'none' } },
  { key: 'view.days', filters: { occurredAt: presets()[2]![1] } },
  { key: 'view.mine', filters: { phase: 'open', assignee: 'me' } },
  { key: 'view.open', filters: { phase: 'open' } },
  { key: 'view.all', filters: {} },
];

const sorted = (parameters: URLSearchParams) =>
  [...parameters]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

export const isView = (query: URLSearchParams, filters: Record<string, string>) =>
  sorted(filtersOf(query)) === sorted(new URLSearchParams(filters));

import { filtersOf } from '../record/filters';

const FOLLOWABLE = new Set([
  'kind', 'state', 'phase', 'category', 'channel', 'secrecy', 'assignee', 'asset', 'severity', 'unit',
]); // prettier-ignore

/** The filters of a list's address as they are followed, and the names of those that cannot be. */
export function followable(query: URLSearchParams): { filters: Record<string, string[]>; cannot: string[] } {
  const filters: Record<string, string[]> = {};
  const cannot = new Set<string>();
  for (const [name, value] of filtersOf(query)) {
    if (FOLLOWABLE.has(name)) (filters[name] ??= []).push(value);
    else cannot.add(name);
  }
  return { filters, cannot: [...cannot] };
}

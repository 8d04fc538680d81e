import type { Text } from '../api/types/common';
import { label } from '../i18n/i18n';
import { Store } from '../kit/store';

/** What an id in a record's fields stands for. */
export interface Reference {
  type: string;
  name: Text | string;
}

/** Everything met so far, so that ids have names. */
export const references = new Store<Record<string, Reference>>({});

/** Remembers what a record, a search or an upload named. */
export function meet(met: Record<string, Reference> | undefined): void {
  const fresh = Object.entries(met ?? {}).filter(([id, { name }]) => label(references.value[id]?.name) !== label(name));
  if (fresh.length) references.set({ ...references.value, ...Object.fromEntries(fresh) });
}

/** The name of what has this id; empty when it is gone or may not be seen. */
export const nameOf = (id: string): string => label(references.value[id]?.name);

/** A value that is an id, or something with an id. */
export const idOf = (value: unknown): string =>
  value && typeof value === 'object' ? String((value as { id?: unknown }).id ?? '') : String(value ?? '');

import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { Hit } from '../api/types/organisation';
import type { Unit } from '../api/types/session';
import { label } from '../i18n/i18n';
import { Store } from '../kit/store';
import type { Choosable } from './combobox';

/** Units met so far, so that their ids have names. */
export const units = new Store<Unit[]>([]);
let everything: Promise<Unit[]> | null = null;

const FOUND = 50;

/** Units that exist today, the best first. */
async function search(words: string): Promise<Unit[]> {
  const { items } = await get<{ items: Hit[] }>(`units/search?q=${encodeURIComponent(words)}&limit=${FOUND}`);
  return items.map(({ unit }) => unit);
}

/** Remembers units that a record or a search named. */
export function meetUnits(met: Unit[]): void {
  const known = new Set(units.value.map(({ id }) => id));
  const fresh = met.filter(({ id }) => !known.has(id));
  if (fresh.length) units.set([...units.value, ...fresh]);
}

export const unitOf = (idOrCode: string) => units.value.find(({ id, code }) => id === idOrCode || code === idOrCode);

/** Names units that only an address or the history mentions; the one case that reads the whole organisation, once. */
export async function nameUnits(ids: string[]): Promise<void> {
  if (everything || ids.every((id) => id === 'none' || unitOf(id))) return;
  everything = get<Page<Unit>>('units').then(({ items }) => items);
  try {
    meetUnits(await everything);
  } catch {
    everything = null;
  }
}

/** What the platform finds for the words; without words those met so far. */
export async function findUnits(words: string): Promise<Choosable[]> {
  const found = words ? await search(words) : units.value;
  meetUnits(found);
  return found.map(asChoice);
}

export const asChoice = ({ id, code, name }: Unit): Choosable => ({ id, name: label(name) || code, beside: code });

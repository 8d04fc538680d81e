import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { Unit } from '../api/types/session';
import { Store } from '../kit/store';

export const units = new Store<Unit[]>([]);
let asked = false;

/** The organisation, fetched once. */
export async function loadUnits(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const answer = await get<Page<Unit> | Unit[]>('units');
    units.set(Array.isArray(answer) ? answer : (answer.items ?? []));
  } catch {
    asked = false;
  }
}

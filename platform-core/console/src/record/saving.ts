import { call, patch, type Answer } from '../api/client';
import { Problem } from '../api/problem';
import type { RecordDoc } from '../api/types/record';
import { body, valueOf, type FormField } from './fields';

/** What became of a value: it stands in the record, or somebody else has changed the same one meanwhile. */
export type Saved = Answer<RecordDoc> & { conflict: boolean };

const TRIES = 5;

/**
 * Saves a value over the record as it was when the person began to change it. What others changed elsewhere in the record stays
 * and is in nobody's way; the same value in another's words is a conflict, and nothing is saved.
 */
export async function saveValue(
  address: string,
  field: FormField,
  value: unknown,
  base: RecordDoc,
  tries = TRIES,
): Promise<Saved> {
  const sent = body([field], { [field.id]: value });
  try {
    return { ...(await patch<RecordDoc>(address, sent, `"${base.version}"`)), conflict: false };
  } catch (caught) {
    if (Problem.of(caught).status !== 412 || tries === 1) throw caught;
    const now = await call<RecordDoc>(address);
    if (!same(valueOf(now.body, field), valueOf(base, field))) return { ...now, conflict: true };
    return saveValue(address, field, value, now.body, tries - 1);
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

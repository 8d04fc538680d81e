import { call, patch } from '../api/client';
import { Problem } from '../api/problem';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc, Transition } from '../api/types/record';
import { words } from '../kit/feedback';
import type { Found } from '../shell/areas';
import { body, formField, isEmpty, valueOf } from './fields';
import type { MoveRequest } from './move';

export interface Outcome {
  done: number;
  failed: { record: RecordDoc; why: string }[];
}

type KindOf = (record: RecordDoc) => KindDefinition | undefined;

/** Does the same with each record, one after the other, and tells which could not be done and why. */
export async function eachOf(
  records: RecordDoc[],
  deed: (record: RecordDoc) => Promise<unknown>,
  step: (done: number) => void = () => undefined,
): Promise<Outcome> {
  const outcome: Outcome = { done: 0, failed: [] };
  for (const [at, record] of records.entries()) {
    step(at);
    try {
      await deed(record);
      outcome.done += 1;
    } catch (caught) {
      outcome.failed.push({ record, why: reason(Problem.of(caught)) });
    }
  }
  return outcome;
}

function reason(problem: Problem): string {
  const { title, detail } = words(problem);
  const fields = problem.errors.map((error) => error.detail).join(' ');
  return fields || detail || title;
}

const addressOf = ({ area, record }: Found, { id }: RecordDoc) => `${area.module}/${record.path}/${id}`;
const version = (record: RecordDoc) => `"${record.version}"`;

export const assignTo = (found: Found, person: string) => (record: RecordDoc) =>
  patch(addressOf(found, record), { assignee: person }, version(record));

const plain = (id: string) => id.replace(/^fields\./, '');

function lacks(record: RecordDoc, id: string, kind: KindDefinition | undefined): boolean {
  const field = formField(plain(id), kind);
  return !!field && isEmpty(valueOf(record, field));
}

/** The steps that at least one of the records can take, each once, with what any of them still lacks. */
export function movesOf(records: RecordDoc[], kindOf: KindOf): Transition[] {
  const moves = new Map<string, Transition>();
  for (const record of records) {
    const kind = kindOf(record);
    for (const { id, from, to, label, reason: why = 'none', requires = [] } of kind?.transitions ?? []) {
      if (!from.includes(record.state)) continue;
      const known = moves.get(id)?.missing ?? [];
      const missing = requires
        .filter((one): one is string => typeof one === 'string')
        .filter((one) => !known.includes(one) && lacks(record, one, kind));
      moves.set(id, { id, to, label, reason: why, allowed: true, permitted: true, missing: [...known, ...missing] });
    }
  }
  return [...moves.values()];
}

/** Takes the step, and fills in only what the record lacks. */
export const move =
  (found: Found, transition: Transition, { reason: why, values }: MoveRequest, kindOf: KindOf) =>
  (record: RecordDoc) => {
    const kind = kindOf(record);
    const fields = transition.missing
      .filter((id) => lacks(record, id, kind))
      .map((id) => formField(plain(id), kind))
      .filter((field) => field !== null);
    return call(`${addressOf(found, record)}/transitions/${transition.id}`, {
      method: 'POST',
      body: { ...body(fields, values), ...(why ? { reason: why } : {}) },
      headers: { 'If-Match': version(record) },
    });
  };

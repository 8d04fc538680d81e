import { nothing } from 'lit';
import { expect, test, vi } from 'vitest';
import { HoldNote } from '../src/record/hold';
import type { RecordDoc } from '../src/api/types/record';

const of = (id: string) => ({ id }) as RecordDoc;

test('a hold is asked for by record, and one that comes late is not shown on another record', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response(JSON.stringify({ items: [{ id: 'a', reason: 'Tvist' }], hidden: 0 })));
  });
  const note = new HoldNote();
  note.record = of('a');
  await note['load']('a');
  expect(asked).toEqual(['/api/retention/holds?record=a']);
  expect(note['hold']?.reason).toBe('Tvist');
  note.record = of('b');
  const late = note['load']('b');
  note.record = of('c');
  await late;
  expect(note['hold']?.id).toBe('a');
  expect(note['render']()).toBe(nothing);
});

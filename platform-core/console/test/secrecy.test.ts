import { describe, expect, it } from 'vitest';
import type { RecordDoc } from '../src/api/types/record';
import { isWithheld, titleOf } from '../src/record/withheld';

describe('what is withheld', () => {
  const record = { title: '', secretFields: { title: 'OSL 21:1' }, withheld: ['title'] } as unknown as RecordDoc;

  it('is told apart from what is empty', () => {
    expect(isWithheld(record, 'title')).toBe(true);
    expect(isWithheld(record, 'description')).toBe(false);
    expect(isWithheld({} as RecordDoc, 'title')).toBe(false);
  });

  it('leaves a record something to be called by', () => {
    expect(titleOf(record)).toBe('Sekretess');
    expect(titleOf({ title: 'Stöld' })).toBe('Stöld');
  });
});

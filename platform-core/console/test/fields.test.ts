import { describe, expect, it } from 'vitest';
import type { KindDefinition } from '../src/api/types/definition';
import { documentLine } from '../src/document/line';
import { body, cellErrors, formField } from '../src/record/fields';
import { numberIn } from '../src/record/numbers';
import { idOf, meet, nameOf } from '../src/record/references';
import { choosableOf, findNodes, pathOf } from '../src/record/tree';

const text = (word: string) => ({ sv: word, en: word });
const places = [
  { id: 'body', label: text('Body'), choices: [{ id: 'arm', label: text('Arm'), choices: [{ id: 'hand', label: text('Hand') }] }] },
  { id: 'mind', label: text('Mind') },
]; // prettier-ignore

describe('fields of all types', () => {
  it('finds the nodes of a tree by words on their path', async () => {
    expect((await findNodes(places)('body h')).map(({ id }) => id)).toEqual(['hand']);
    expect((await findNodes(places)('')).length).toBe(4);
    expect(choosableOf(places, 'hand')).toEqual({ id: 'hand', name: 'Hand', beside: 'Body › Arm' });
    expect(pathOf(places, 'gone')).toEqual(['gone']);
  });

  it('sends ids of what is referred to', () => {
    const kind = {
      fields: [
        { id: 'boss', type: 'person', label: text('Boss') },
        { id: 'rows', type: 'table', label: text('Rows'), columns: [] },
      ],
    } as unknown as KindDefinition;
    const fields = ['boss', 'rows'].map((id) => formField(id, kind)!);
    expect(body(fields, { boss: 'a-1', rows: [{ days: 2 }] })).toEqual({
      fields: { boss: 'a-1', rows: [{ days: 2 }] },
    });
    expect(body(fields, { boss: { id: 'a-2', name: 'B' }, rows: [] })).toEqual({ fields: { boss: 'a-2', rows: null } });
  });

  it('takes photos of a new record that are no field of its kind', () => {
    const photos = formField('photos', undefined)!;
    expect(photos).toMatchObject({ type: 'photo', header: true });
    expect(body([photos], { photos: ['p-1'] })).toEqual({ photos: ['p-1'] });
  });

  it('knows the cell that is wrong', () => {
    const errors = [
      { field: 'fields.injuries[2].days', detail: 'Too many.' },
      { field: 'fields.title', detail: 'x' },
    ];
    expect(cellErrors(errors)).toEqual({ injuries: { '2.days': 'Too many.' } });
  });

  it('reads numbers as people write them', () => {
    expect(numberIn('1 250,5')).toBe(1250.5);
    expect(numberIn(' ')).toBeNull();
    expect(numberIn('many')).toBe('many');
  });

  it('remembers what ids stand for', () => {
    meet({ 'u-1': { type: 'unit', name: text('School') } });
    expect(nameOf('u-1')).toBe('School');
    expect(nameOf('u-2')).toBe('');
    expect([idOf({ id: 'x' }), idOf('y'), idOf(null)]).toEqual(['x', 'y', '']);
  });

  it('says what was done to documents', () => {
    const entry = { position: 1, id: '1', at: '', by: null };
    const added = documentLine({ ...entry, action: 'document.added', data: { file: 'a.pdf' } });
    expect(added?.text).toContain('a.pdf');
    expect(documentLine({ ...entry, action: 'document.downloaded', data: null })?.text).not.toContain('undefined');
    expect(documentLine({ ...entry, action: 'record.read', data: null })).toBeNull();
  });
});

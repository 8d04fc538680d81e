import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
const { completed, isWhole, without } = await import('../src/search/suggesting');

const text = { sv: '', en: '' };
const suggestion = (kind: 'field' | 'value', insert: string, start: number, end: number) => ({
  kind, insert, start, end, label: text, detail: text,
}); // prettier-ignore

describe('a typed query', () => {
  it('is completed where the cursor stands', () => {
    expect(completed('röd slag:st plats:x', suggestion('value', 'kind:theft', 4, 11))).toEqual({
      words: 'röd kind:theft plats:x',
      at: 15,
    });
    expect(completed('sl', suggestion('field', 'kind:', 0, 2))).toEqual({ words: 'kind:', at: 5 });
  });

  it('is searched for when its conditions are whole', () => {
    expect(['inbrott', 'slag:stöld ', '12:30', 'https://a b'].map(isWhole)).toEqual([true, true, true, true]);
    expect(['slag:', 'röd -slag:st', 'fields.cost:>1'].map(isWhole)).toEqual([false, false, false]);
  });

  it('loses a clause with its chip', () => {
    expect(without('röd slag:stöld bil', { start: 4, end: 14 })).toBe('röd bil');
    expect(without('slag:stöld', { start: 0, end: 10 })).toBe('');
  });
});

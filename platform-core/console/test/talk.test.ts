import { describe, expect, it } from 'vitest';
import { mentionAt, pieces, withMention } from '../src/talk/mention';
import { followable } from '../src/talk/followable';

describe('a mention being typed', () => {
  it('is what stands between the @ and the caret', () => {
    expect(mentionAt('Hej @an', 7)).toBe('an');
    expect(mentionAt('@', 1)).toBe('');
    expect(mentionAt('Hej @Anna Be', 12)).toBe('Anna Be');
    expect(mentionAt('Hej @Åsa', 8)).toBe('Åsa');
  });

  it('is none in an address, after the words, or where the caret is elsewhere', () => {
    expect(mentionAt('skriv till x@an', 15)).toBeNull();
    expect(mentionAt('Hej @anna hur gar det', 21)).toBeNull();
    expect(mentionAt('Hej @anna', 2)).toBeNull();
  });

  it('is replaced by the user name, and the caret goes on after it', () => {
    expect(withMention('Hej @an och du', 7, 'anna')).toEqual({ text: 'Hej @anna och du', caret: 10 });
    expect(withMention('@Anna Be', 8, 'a.berg')).toEqual({ text: '@a.berg ', caret: 8 });
  });

  it('stands out in what was said', () => {
    expect(pieces('Hej @anna.b, x@y')).toEqual([
      { text: 'Hej ', mention: false },
      { text: '@anna.b', mention: true },
      { text: ', x@y', mention: false },
    ]);
  });
});

describe('a view that is followed', () => {
  it('has the filters that can be told from a record', () => {
    const query = new URLSearchParams('kind=fire&kind=theft&unit=PARK&sort=-number&view=map&month=2026-03&q=bil');
    expect(followable(query)).toEqual({
      filters: { kind: ['fire', 'theft'], unit: ['PARK'] },
      cannot: ['month', 'q'],
    });
  });
});

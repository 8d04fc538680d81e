import { describe, expect, it } from 'vitest';
import type { KindDefinition } from '../src/api/types/definition';
import type { HistoryEntry } from '../src/api/types/record';
import { body, groupsOf, holds } from '../src/record/fields';
import { daysOf, filtersOf } from '../src/record/filters';
import { changes, movedTo } from '../src/record/history';
import { mainPath, stateMark } from '../src/kit/marks';

const text = (word: string) => ({ sv: word, en: word });
const kind: KindDefinition = {
  type: 'incidents.report',
  kind: 'theft',
  version: 1,
  title: text('Theft'),
  fields: [
    { id: 'weapon', type: 'boolean', label: text('Weapon') },
    { id: 'cost', type: 'money', currency: 'SEK', label: text('Cost') },
  ],
  layout: [{ group: text('What'), fields: ['title', 'weapon', 'asset', 'photos', 'gone'] }],
  states: [
    { id: 'received', phase: 'open', label: text('Received') },
    { id: 'triaged', phase: 'open', label: text('Triaged') },
    { id: 'closed', phase: 'closed', label: text('Closed') },
    { id: 'rejected', phase: 'closed', label: text('Rejected') },
  ],
  initial: 'received',
  transitions: [],
};

const entry = (action: string, data: Record<string, unknown>): HistoryEntry => ({
  position: 1,
  id: 'a',
  at: '2026-01-01T00:00:00Z',
  by: null,
  action,
  data,
});

describe('conditions', () => {
  it('hold as the platform says', () => {
    expect(holds({ field: 'weapon', is: true }, { weapon: true })).toBe(true);
    expect(holds({ field: 'weapon', is: true }, {})).toBe(false);
    expect(holds({ not: { field: 'weapon', is: true } }, {})).toBe(true);
    expect(holds({ field: 'weapon', isSet: false }, {})).toBe(true);
    expect(
      holds(
        {
          all: [
            { field: 'severity', atLeast: 3 },
            { field: 'form', in: ['a', 'b'] },
          ],
        },
        { severity: 3, form: 'b' },
      ),
    ).toBe(true);
    expect(holds({ any: [{ field: 'severity', atMost: 1 }] }, { severity: 3 })).toBe(false);
  });
});

describe('a form', () => {
  it('shows every field of the kind, and leaves out what it cannot show', () => {
    const [first, rest] = groupsOf(kind);
    expect(first?.fields.map(({ id }) => id)).toEqual(['title', 'weapon', 'asset', 'photos']);
    expect(rest?.fields.map(({ id }) => id)).toEqual(['cost']);
  });

  it('sends own fields apart, and nothing as null', () => {
    const fields = groupsOf(kind).flatMap((group) => group.fields);
    expect(body(fields, { title: 'A', asset: { id: 'x', name: 'X' }, weapon: false, cost: '' })).toEqual({
      title: 'A',
      asset: 'x',
      fields: { weapon: false, cost: null },
    });
  });
});

describe('filters', () => {
  it('are the part of the address that names records', () => {
    expect(filtersOf(new URLSearchParams('kind=a&kind=b&view=map&fields.form=x&cursor=1&q=')).toString()).toBe(
      'kind=a&kind=b&fields.form=x',
    );
  });

  it('turn weeks and months into days', () => {
    expect(daysOf('month', '2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf('week', '2024-W09')).toEqual({ from: '2024-02-26', to: '2024-03-03' });
  });
});

describe('history', () => {
  it('finds moves and changes', () => {
    expect(movedTo(entry('record.transitioned', { from: 'received', to: 'triaged' }))).toBe('triaged');
    expect(movedTo(entry('record.changed', { changes: {} }))).toBeNull();
    expect(changes(entry('record.changed', { changes: { severity: [1, 2], 'fields.people': [] } }))).toEqual([
      { field: 'severity', from: 1, to: 2 },
      { field: 'fields.people', from: undefined, to: undefined },
    ]);
  });
});

describe('states', () => {
  it('lie on the way or beside it', () => {
    expect(mainPath(kind.states).map(({ id }) => id)).toEqual(['received', 'triaged', 'closed']);
    expect(stateMark('closed', kind.states).look).toBe('state-closed');
    expect(stateMark('rejected', kind.states).look).toBe('state-rejected');
  });
});

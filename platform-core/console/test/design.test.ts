import { describe, expect, it } from 'vitest';
import type { Doc } from '../src/api/types/design';
import type { Condition } from '../src/api/types/definition';
import { read, write } from '../src/design/conditions';
import { draw, neighbour } from '../src/design/diagram';
import {
  addField,
  addState,
  complete,
  idFrom,
  moved,
  nameField,
  nameState,
  place,
  removeField,
  removeState,
  step,
  unplaced,
} from '../src/design/model';
import { meant } from '../src/design/parties';
import { parsePeriod, writePeriod } from '../src/design/period';

const text = (word: string) => ({ sv: word, en: word });

const doc = (): Doc =>
  complete({
    type: 'incidents.report',
    kind: 'theft',
    title: text('Theft'),
    initial: 'received',
    fields: [
      { id: 'value', type: 'money', label: text('Value'), currency: 'SEK' },
      { id: 'colour', type: 'text', label: text('Colour') },
    ],
    layout: [
      { group: text('What'), fields: ['title', 'value'] },
      { group: text('More'), fields: ['severity'] },
    ],
    states: ['received', 'triaged', 'rejected', 'closed'].map((id) => ({
      id,
      phase: id === 'closed' || id === 'rejected' ? 'closed' : 'open',
      label: text(id),
    })),
    transitions: [
      { id: 'triage', from: ['received'], to: 'triaged', label: text('Triage'), requires: ['colour', 'severity'] },
      { id: 'close', from: ['triaged'], to: 'closed', label: text('Close') },
      { id: 'reject', from: ['received', 'triaged'], to: 'rejected', label: text('Reject') },
      { id: 'reopen', from: ['closed'], to: 'triaged', label: text('Reopen') },
    ],
  } as unknown as Doc);

describe('the form of a definition', () => {
  it('takes new fields where they are put', () => {
    const { doc: next, id } = addField(doc(), 'choice', text('How'), 0, 1);
    expect(next.layout[0]!.fields).toEqual(['title', id, 'value']);
    expect(next.fields.at(-1)).toMatchObject({ id, type: 'choice', choices: [{}, {}] });
  });

  it('names a new field after its label, and what asks for it with it', () => {
    const { doc: made, id } = addField(doc(), 'boolean', text('Helmet worn?'), 0);
    const asking = { ...made, routing: [{ when: { field: id, is: true }, notify: ['x'] }] };
    const named = nameField(asking, id);
    expect(named.id).toBe('helmetWorn');
    expect(named.doc.layout[0]!.fields).toContain('helmetWorn');
    expect(named.doc.routing[0]!.when).toEqual({ field: 'helmetWorn', is: true });
    // a field that has a name keeps it
    expect(nameField(named.doc, 'value').id).toBe('value');
  });

  it('moves fields step by step over the edges of groups', () => {
    let next = step(doc(), 'value', 1);
    expect(next.layout.map(({ fields }) => fields)).toEqual([['title'], ['value', 'severity']]);
    next = step(next, 'value', 1);
    expect(next.layout[1]!.fields).toEqual(['severity', 'value']);
    expect(step(next, 'value', 1)).toBe(next);
    next = step(step(next, 'value', -1), 'value', -1);
    expect(next.layout[0]!.fields).toEqual(['title', 'value']);
  });

  it('drops a field before the one it is dropped on', () => {
    expect(place(doc(), 'title', 0, 2).layout[0]!.fields).toEqual(['value', 'title']);
    expect(unplaced(doc())).toEqual(['colour']);
  });

  it('forgets a field that is taken out', () => {
    const next = removeField(doc(), 'colour');
    expect(next.fields.map(({ id }) => id)).toEqual(['value']);
    expect(next.transitions[0]!.requires).toEqual(['severity']);
    expect(removeField(doc(), 'severity').transitions[0]!.requires).toContain('severity');
  });

  it('makes technical names of words', () => {
    expect(idFrom('Var skadan svår?', 'x')).toBe('varSkadanSvar');
    expect(idFrom('112 larmat', 'x')).toBe('x');
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});

describe('the process of a definition', () => {
  it('is drawn from the first state to the last', () => {
    const { nodes, edges } = draw(doc());
    const x = (id: string) => nodes.find((node) => node.id === id)!.x;
    expect(x('received')).toBeLessThan(x('triaged'));
    expect(x('triaged')).toBeLessThan(x('closed'));
    expect(edges).toHaveLength(5);
    expect(edges.every(({ path }) => !path.includes('NaN'))).toBe(true);
    expect(neighbour(nodes, 'received', 'ArrowRight')).toBe('triaged');
    expect(neighbour(nodes, 'received', 'ArrowLeft')).toBeNull();
  });

  it('loses the ways of a state that goes', () => {
    expect(removeState(doc(), 'triaged').transitions.map(({ id }) => id)).toEqual(['reject']);
  });

  it('keeps what names a state when the state gets its name', () => {
    const { doc: named, id } = addState({ ...doc(), states: [] }, text('Archived'));
    const kept = nameState({ ...named, retention: { keep: 'P5Y', from: id } }, id);
    expect(kept.doc.retention?.from).toBe(kept.id);
    expect(kept.id).toBe('archived');
  });
});

describe('conditions', () => {
  it('are read and written without a change', () => {
    const all: Condition[] = [
      { field: 'severity', atLeast: 3 },
      {
        any: [
          { field: 'form', is: 'violence' },
          { field: 'weapon', is: true },
        ],
      },
      { not: { field: 'unit', isSet: true } },
      {
        all: [
          { field: 'a', in: ['x', 'y'] },
          {
            not: {
              any: [
                { field: 'b', is: 1 },
                { field: 'c', isSet: false },
              ],
            },
          },
        ],
      },
    ];
    for (const condition of all) expect(write(read(condition))).toEqual(condition);
    expect(write(read(undefined))).toBeUndefined();
  });
});

describe('parties', () => {
  it('are meant with and without the module of a role', () => {
    const options = [
      { id: 'assignee', name: 'A' },
      { id: 'incidents:handler', name: 'H' },
    ];
    expect(meant(options, 'handler')?.id).toBe('incidents:handler');
    expect(meant(options, 'incidents:handler')?.id).toBe('incidents:handler');
    expect(meant(options, 'other:handler')).toBeUndefined();
    expect(meant(options, '')).toBeUndefined();
  });
});

describe('periods', () => {
  it('are a number and what is counted', () => {
    for (const period of ['P3WD', 'P10D', 'P2W', 'P6M', 'P1Y', 'PT72H', 'PT30M']) {
      const { number, unit } = parsePeriod(period)!;
      expect(writePeriod(number, unit)).toBe(period);
    }
    expect(parsePeriod('P1DT2H')).toBeNull();
  });
});

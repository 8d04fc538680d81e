import type { Text } from '../api/types/common';
import type { ChoiceNode, DesignField, DesignTransition, Doc } from '../api/types/design';

/** Fields that every record has, in the order in which they are offered. */
export const HEADER_FIELDS = [
  'title',
  'description',
  'occurredAt',
  'occurredUntil',
  'unit',
  'asset',
  'place',
  'severity',
  'category',
  'assignee',
  'secrecy',
  'photos',
];

/** Those of them that a condition can ask for and a transition can require. */
export const ASKED_FIELDS = HEADER_FIELDS.filter((name) => name !== 'photos');

/** A document with every list there, perhaps empty. */
export const complete = (doc: Doc): Doc => ({
  ...doc,
  fields: doc.fields ?? [],
  layout: doc.layout ?? [],
  states: doc.states ?? [],
  transitions: doc.transitions ?? [],
  routing: doc.routing ?? [],
  deadlines: doc.deadlines ?? [],
});

const ID = 40;

/** A technical name out of words: `Var skadan svår?` makes `varSkadanSvar`. */
export function idFrom(words: string, fallback: string): string {
  const parts = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  const joined = parts
    .map((part, at) => (at ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toLowerCase()))
    .join('')
    .slice(0, ID);
  return /^[a-z]/.test(joined) ? joined : fallback;
}

/** The first of `name`, `name2`, `name3` … that is free. */
export function free(name: string, taken: string[]): string {
  if (!taken.includes(name)) return name;
  const stem = name.slice(0, ID - 3);
  for (let at = 2; ; at++) if (!taken.includes(`${stem}${at}`)) return `${stem}${at}`;
}

const PARTICULAR: Record<string, () => Partial<DesignField>> = {
  money: () => ({ currency: 'SEK' }),
  choice: () => ({ choices: [choice('1'), choice('2')] }),
  tree: () => ({ choices: [{ ...choice('1'), choices: [choice('1-1')] }] }),
  people: () => ({ roles: ['person'] }),
  table: () => ({ columns: [{ id: 'column', type: 'text', label: { sv: 'Kolumn', en: 'Column' } }] }),
};

const choice = (n: string): ChoiceNode => ({ id: `choice-${n}`, label: { sv: `Val ${n}`, en: `Choice ${n}` } });

const COMMON = ['id', 'type', 'label', 'help', 'required', 'showIf', 'sensitive', 'secrecy'];

/** A field as it begins; what it has of other types goes. */
export function ofType(field: DesignField, type: string): DesignField {
  const kept = Object.fromEntries(Object.entries(field).filter(([name]) => COMMON.includes(name)));
  const similar = ['choice', 'tree'].includes(type) && field.choices ? { choices: field.choices } : {};
  return { ...(kept as unknown as DesignField), type, ...PARTICULAR[type]?.(), ...similar };
}

const NEW_FIELD = /^field\d*$/;

/** Adds a field of this type to a group of the form, at its end or before a place in it. */
export function addField(doc: Doc, type: string, label: Text, group: number, at?: number): { doc: Doc; id: string } {
  const id = free('field', [...doc.fields.map((field) => field.id), ...HEADER_FIELDS]);
  const fields = [...doc.fields, ofType({ id, type, label }, type)];
  return { doc: place({ ...doc, fields }, id, group, at), id };
}

/** Puts a field of every record, or one that is there already, into a group. */
export function place(doc: Doc, name: string, group: number, at?: number): Doc {
  const layout = doc.layout.map((one) => ({ ...one, fields: [...one.fields] }));
  let before = at;
  layout.forEach((one, index) => {
    const was = one.fields.indexOf(name);
    if (was < 0) return;
    one.fields.splice(was, 1);
    if (index === group && before !== undefined && was < before) before -= 1;
  });
  if (layout.length === 0) layout.push({ group: { sv: 'Vad hände?', en: 'What happened?' }, fields: [] });
  const target = layout[Math.min(Math.max(group, 0), layout.length - 1)]!;
  target.fields.splice(before ?? target.fields.length, 0, name);
  return { ...doc, layout };
}

/** Moves a field one step up or down; over the edge of a group into the next one. */
export function step(doc: Doc, name: string, by: -1 | 1): Doc {
  const group = doc.layout.findIndex(({ fields }) => fields.includes(name));
  if (group < 0) return place(doc, name, by < 0 ? doc.layout.length - 1 : 0);
  const fields = doc.layout[group]!.fields;
  const at = fields.indexOf(name) + by;
  if (at >= 0 && at < fields.length) return place(doc, name, group, by > 0 ? at + 1 : at);
  const next = doc.layout[group + by];
  return next ? place(doc, name, group + by, by > 0 ? 0 : next.fields.length) : doc;
}

/** Fields of the kind that no group shows: the form puts them last. */
export const unplaced = (doc: Doc): string[] => {
  const placed = new Set(doc.layout.flatMap(({ fields }) => fields));
  return doc.fields.map(({ id }) => id).filter((id) => !placed.has(id));
};

/** Takes a field out of the form; a field of the kind is gone with it. */
export function removeField(doc: Doc, name: string): Doc {
  return {
    ...doc,
    fields: doc.fields.filter(({ id }) => id !== name),
    layout: doc.layout.map((group) => ({ ...group, fields: group.fields.filter((id) => id !== name) })),
    transitions: doc.transitions.map((transition) =>
      HEADER_FIELDS.includes(name) ? transition : withoutRequired(transition, name),
    ),
  };
}

const withoutRequired = (transition: DesignTransition, name: string): DesignTransition =>
  transition.requires
    ? { ...transition, requires: transition.requires.filter((required) => required !== name) }
    : transition;

export const setField = (doc: Doc, id: string, change: Partial<DesignField>): Doc => ({
  ...doc,
  fields: doc.fields.map((field) => (field.id === id ? clean({ ...field, ...change }) : field)),
});

/** Gives a field that has no name of its own yet one that says what it is; others keep theirs, because records have it. */
export function nameField(doc: Doc, id: string): { doc: Doc; id: string } {
  const field = doc.fields.find((one) => one.id === id);
  if (!field || !NEW_FIELD.test(id)) return { doc, id };
  const taken = [...doc.fields.map((one) => one.id), ...HEADER_FIELDS, 'kind', 'channel'];
  const name = free(idFrom(field.label.en || field.label.sv, id), taken);
  if (name === id || NEW_FIELD.test(name)) return { doc, id };
  const renamed = JSON.parse(JSON.stringify(doc), (key, value: unknown) =>
    value === id && (key === 'id' || key === 'field' || /^\d+$/.test(key)) ? name : value,
  ) as Doc;
  return { doc: renamed, id: name };
}

/** Without members that say nothing. */
export function clean<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, member]) => member !== undefined && member !== '' && member !== null && member !== false,
    ),
  ) as T;
}

export function addState(doc: Doc, label: Text): { doc: Doc; id: string } {
  const id = free(
    'state',
    doc.states.map((state) => state.id),
  );
  const states = [...doc.states, { id, phase: 'open' as const, label }];
  return { doc: { ...doc, states, initial: doc.initial || id }, id };
}

/** Gives a new state a name that says what it is. */
export function nameState(doc: Doc, id: string): { doc: Doc; id: string } {
  const state = doc.states.find((one) => one.id === id);
  if (!state || !/^state\d*$/.test(id)) return { doc, id };
  const name = free(
    idFrom(state.label.en || state.label.sv, id),
    doc.states.map((one) => one.id),
  );
  const as = (one: string) => (one === id ? name : one);
  return {
    id: name,
    doc: {
      ...doc,
      initial: as(doc.initial),
      states: doc.states.map((one) => (one.id === id ? { ...one, id: name } : one)),
      transitions: doc.transitions.map((one) => ({ ...one, from: one.from.map(as), to: as(one.to) })),
      deadlines: doc.deadlines.map((one) => ({
        ...one,
        ...(one.starts ? { starts: as(one.starts) } : {}),
        stops: one.stops.map(as),
      })),
      ...(doc.retention ? { retention: { ...doc.retention, from: as(doc.retention.from) } } : {}),
    },
  };
}

/** Takes a state out with the transitions that begin or end only there. */
export function removeState(doc: Doc, id: string): Doc {
  return {
    ...doc,
    states: doc.states.filter((state) => state.id !== id),
    transitions: doc.transitions
      .filter(({ to }) => to !== id)
      .map((one) => ({ ...one, from: one.from.filter((from) => from !== id) }))
      .filter(({ from }) => from.length > 0),
  };
}

export function addTransition(doc: Doc, from: string, to: string, label: Text): { doc: Doc; id: string } {
  const id = free(
    'transition',
    doc.transitions.map((one) => one.id),
  );
  const transition: DesignTransition = { id, from: [from], to, label, reason: 'optional' };
  return { doc: { ...doc, transitions: [...doc.transitions, transition] }, id };
}

export const setTransition = (doc: Doc, id: string, change: Partial<DesignTransition>): Doc => ({
  ...doc,
  transitions: doc.transitions.map((one) => (one.id === id ? clean({ ...one, ...change }) : one)),
});

/** The same list with one element moved; out of bounds nothing moves. */
export function moved<T>(list: T[], at: number, by: number): T[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  next.splice(to, 0, ...next.splice(at, 1));
  return next;
}

export const replaced = <T>(list: T[], at: number, value: T): T[] =>
  list.map((one, index) => (index === at ? value : one));

export const without = <T>(list: T[], at: number): T[] => list.filter((_, index) => index !== at);

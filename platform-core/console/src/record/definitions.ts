import { get } from '../api/client';
import type { FieldDefinition, KindDefinition, StateDefinition, TypeDefinition } from '../api/types/definition';
import { label } from '../i18n/i18n';
import type { Found } from '../shell/areas';

const cache = new Map<string, Promise<TypeDefinition>>();

/** The forms and processes of a type: all its kinds. */
export function definitionsOf({ area, record }: Found): Promise<TypeDefinition> {
  const address = `${area.module}/${record.path}/definition`;
  let asked = cache.get(address);
  if (!asked) {
    asked = get<TypeDefinition>(address).then(complete);
    asked.catch(() => cache.delete(address));
    cache.set(address, asked);
  }
  return asked;
}

export const forgetDefinitions = () => cache.clear();

function complete(type: TypeDefinition): TypeDefinition {
  const kinds = type.kinds.map((kind) => ({
    ...kind,
    fields: kind.fields ?? [],
    layout: kind.layout ?? [],
    states: kind.states ?? [],
    transitions: kind.transitions ?? [],
  }));
  return { ...type, kinds };
}

export const kindOf = (type: TypeDefinition | null, kind: string): KindDefinition | undefined =>
  type?.kinds.find((candidate) => candidate.kind === kind);

export const kindName = (type: TypeDefinition | null, kind: string) => label(kindOf(type, kind)?.title) || kind;

/** The states of all kinds, each once, in the order of the first kind that has it. */
export function statesOf(type: TypeDefinition | null): StateDefinition[] {
  const states = new Map<string, StateDefinition>();
  for (const kind of type?.kinds ?? [])
    for (const state of kind.states) if (!states.has(state.id)) states.set(state.id, state);
  return [...states.values()];
}

/** The fields of all kinds that this holds for, each once. */
function fieldsOf(type: TypeDefinition | null, chosen: (field: FieldDefinition) => boolean): FieldDefinition[] {
  const fields = new Map<string, FieldDefinition>();
  for (const kind of type?.kinds ?? [])
    for (const field of kind.fields) if (chosen(field) && !fields.has(field.id)) fields.set(field.id, field);
  return [...fields.values()];
}

export const facetsOf = (type: TypeDefinition | null) => fieldsOf(type, ({ facet }) => facet === true);

export const measuresOf = (type: TypeDefinition | null) => fieldsOf(type, ({ measure }) => !!measure);

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

export function facetsOf(type: TypeDefinition | null): FieldDefinition[] {
  const facets = new Map<string, FieldDefinition>();
  for (const kind of type?.kinds ?? [])
    for (const field of kind.fields) if (field.facet && !facets.has(field.id)) facets.set(field.id, field);
  return [...facets.values()];
}

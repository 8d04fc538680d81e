import type { Choice } from '../api/types/definition';
import { label } from '../i18n/i18n';
import type { Ask, Choosable } from './combobox';

interface Node {
  id: string;
  /** Names from the top to itself. */
  path: string[];
}

function nodes(choices: Choice[], above: string[] = []): Node[] {
  return choices.flatMap(({ id, label: name, choices: below }) => {
    const path = [...above, label(name)];
    return [{ id, path }, ...nodes(below ?? [], path)];
  });
}

const chosen = ({ id, path }: Node): Choosable => ({
  id,
  name: path[path.length - 1] ?? id,
  beside: path.slice(0, -1).join(' › '),
});

/** Names from the top of a tree of choices down to this one; the id alone when it is no longer there. */
export const pathOf = (choices: Choice[] | undefined, id: string): string[] =>
  nodes(choices ?? []).find((node) => node.id === id)?.path ?? [id];

export function choosableOf(choices: Choice[] | undefined, id: string): Choosable {
  const node = nodes(choices ?? []).find((one) => one.id === id);
  return node ? chosen(node) : { id, name: id };
}

/** Finds nodes by words that stand anywhere on their path. */
export const findNodes =
  (choices: Choice[] | undefined): Ask =>
  (words) => {
    const wanted = words.toLowerCase().split(/\s+/);
    const found = nodes(choices ?? []).filter(({ path }) => {
      const whole = path.join(' ').toLowerCase();
      return wanted.every((word) => whole.includes(word));
    });
    return Promise.resolve(found.map(chosen));
  };

import { get } from '../api/client';
import type { Text } from '../api/types/common';
import type { Words } from '../api/types/design';
import { may } from '../shell/session';

/** Permissions and roles that a definition of this type may name; the organisation's own roles too for those who may see them. */
export async function loadWords(type: string): Promise<Words> {
  const words = await get<Words>(`definitions/${type}`);
  if (!may('platform:accounts:manage')) return words;
  const { items } = await get<{ items: { id: string; title: Text }[] }>('roles');
  const known = new Set(words.roles.map(({ id }) => id));
  const others = items
    .filter(({ id }) => !known.has(id) && id !== 'administrator')
    .map(({ id, title }) => ({ id, title }));
  return { ...words, roles: [...words.roles, ...others] };
}

import { get } from '../api/client';
import type { Account } from '../api/types/accounts';
import type { Page } from '../api/types/common';
import type { Facets } from '../api/types/insight';
import { label } from '../i18n/i18n';
import { may, me } from '../shell/session';
import type { Ask, Choosable } from './combobox';

const FOUND = 200;
const HOLDERS = 1000;

/** Finds people a record of this type can be given to: oneself, every account if one may see them, otherwise those who have some already. */
export const findPeople =
  (type: string): Ask =>
  async (words) => {
    const self = me();
    const own = self ? having(words, [{ id: self.id, name: self.name }]) : [];
    const others = may('platform:accounts:manage') ? await accounts(words) : having(words, await holders(type));
    return [...own, ...others.filter(({ id }) => id !== self?.id)];
  };

/** The first of them; oneself when there is no more to know. */
export const assignable = (type: string): Promise<Choosable[]> =>
  findPeople(type)('').catch(() => {
    const self = me();
    return self ? [{ id: self.id, name: self.name }] : [];
  });

const accounts = async (words: string): Promise<Choosable[]> =>
  (await get<Page<Account>>(`accounts?${new URLSearchParams({ q: words, limit: String(FOUND) })}`)).items
    .filter(({ enabled }) => enabled)
    .map(({ id, name, username }) => ({ id, name, beside: username }));

async function holders(type: string): Promise<Choosable[]> {
  const asked = new URLSearchParams({ type, fields: 'assignee', limit: String(HOLDERS) });
  const { facets } = await get<Facets>(`insight/facets?${asked}`);
  return (facets['assignee'] ?? [])
    .filter(({ key }) => key !== 'none')
    .map(({ key, label: name }) => ({ id: key, name: label(name) }));
}

function having(words: string, people: Choosable[]): Choosable[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return people.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
}

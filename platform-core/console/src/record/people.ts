import { get } from '../api/client';
import type { Account } from '../api/types/accounts';
import type { Page, Person } from '../api/types/common';
import type { Facets } from '../api/types/insight';
import { label } from '../i18n/i18n';
import { may, me } from '../shell/session';

/** People a record of this type can be given to: oneself, the first accounts if one may see them, otherwise those who have some already. */
export async function assignable(type: string): Promise<Person[]> {
  const people = new Map<string, Person>();
  const self = me();
  if (self) people.set(self.id, { id: self.id, name: self.name });
  try {
    if (may('platform:accounts:manage')) {
      const { items } = await get<Page<Account>>('accounts?limit=200');
      for (const account of items)
        if (account.enabled !== false) people.set(account.id, { id: account.id, name: account.name });
    } else {
      const { facets } = await get<Facets>(`insight/facets?type=${encodeURIComponent(type)}&fields=assignee&limit=50`);
      for (const { key, label: name } of facets['assignee'] ?? [])
        if (key !== 'none' && !people.has(key)) people.set(key, { id: key, name: label(name) });
    }
  } catch {
    return [...people.values()];
  }
  return [...people.values()];
}

import { get } from '../api/client';
import type { Account } from '../api/types/accounts';
import type { Choosable } from '../record/combobox';

export interface Accounts {
  items: Account[];
  next?: string | null | undefined;
}

/** A page of the accounts with these words in their name or user name. */
export const accountsWith = (words: string, cursor = ''): Promise<Accounts> =>
  get<Accounts>(`accounts?${new URLSearchParams({ q: words, ...(cursor ? { cursor } : {}) })}`);

/** Accounts to choose from while one types. */
export const findAccounts = async (words: string): Promise<Choosable[]> =>
  (await accountsWith(words)).items.map(({ id, name, username }) => ({ id, name, beside: username }));

import type { Entry } from '../api/types/journal';
import { label, t } from '../i18n/i18n';
import { messages, type Key } from '../i18n/messages';

const PREFIX = 'deed.';

/** What was done, in words; an action that nobody has words for as it is. */
export const deedOf = (action: string): string => (PREFIX + action in messages ? t((PREFIX + action) as Key) : action);

/** All that have words: action and words, by the words. */
export const deeds = (): [string, string][] =>
  Object.keys(messages)
    .filter((key) => key.startsWith(PREFIX))
    .map((key): [string, string] => [key.slice(PREFIX.length), t(key as Key)])
    .sort(([, one], [, other]) => one.localeCompare(other));

/** What people call the thing it was done to; its id when the entry says nothing better. */
export function nameOf({ data, subject }: Entry): string {
  const name = [data['number'], data['username'], data['code'], data['name']].find(
    (word) => typeof word === 'string' || (typeof word === 'object' && word !== null && 'sv' in word),
  );
  return label(name as string) || subject;
}

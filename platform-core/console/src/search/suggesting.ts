import { get } from '../api/client';
import type { QueryView, Suggestion } from '../api/types/search';

/** What the platform understands of a typed query. */
export const explained = (type: string, words: string, signal?: AbortSignal): Promise<QueryView> =>
  get<QueryView>(`insight/query?${parameters(type, { q: words })}`, signal);

/** How the clause at the cursor could go on. */
export async function suggestions(
  type: string,
  words: string,
  at: number,
  signal?: AbortSignal,
): Promise<Suggestion[]> {
  const { items } = await get<{ items: Suggestion[] }>(
    `insight/suggest?${parameters(type, { q: words, at: String(at), limit: '8' })}`,
    signal,
  );
  return items;
}

/** The text with a completion in its place, and where the cursor stands then: a field waits for its value. */
export function completed(words: string, { kind, insert, start, end }: Suggestion): { words: string; at: number } {
  const whole = insert + (kind === 'field' ? '' : ' ');
  const rest = words.slice(end);
  return { words: words.slice(0, start) + whole + rest.trimStart(), at: start + whole.length };
}

/** The text without one clause. */
export const without = (words: string, { start, end }: { start: number; end: number }): string =>
  `${words.slice(0, start).trimEnd()} ${words.slice(end).trimStart()}`.trim();

/** Whether the text may be searched for while it is still typed: a condition waits until it is whole. */
export const isWhole = (words: string): boolean => !/(^|\s)-?[\p{L}][\p{L}\p{N}._-]*:\S*$/u.test(words);

function parameters(type: string, more: Record<string, string>): string {
  const all = new URLSearchParams(more);
  if (type) all.set('type', type);
  return all.toString();
}

import { get } from '../api/client';
import { Store } from '../kit/store';
import { noticesChanged } from '../shell/live';

const EVERY = 60_000;

/** How many notices the person has not read. */
export const unread = new Store(0);

/** Asks anew. Another machine's news sends no event here, so it is asked for now and then too. */
export async function countUnread(): Promise<void> {
  const answer = await get<{ unread: number }>('notices/count').catch(() => null);
  if (answer && answer.unread !== unread.value) unread.set(answer.unread);
}

let watching = false;

/** Keeps the number right for as long as the page lives. */
export function watchUnread(): void {
  if (watching) return;
  watching = true;
  noticesChanged.watch(() => void countUnread());
  setInterval(() => document.visibilityState === 'visible' && void countUnread(), EVERY);
  void countUnread();
}

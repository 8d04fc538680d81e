import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { messages, type Key } from '../i18n/messages';

/** How a record came in, in words. */
export function channelName(channel: string): string {
  const key = `channel.${channel}`;
  return key in messages ? t(key as Key) : channel;
}

/** The place to show behind a title: nothing when the title already ends with it. */
export function placeBeside({ title, place }: Pick<RecordDoc, 'title' | 'place'>): string {
  const name = place?.name ?? '';
  const before = title.slice(0, -name.length || undefined);
  const named = title.toLowerCase().endsWith(name.toLowerCase()) && /[^\p{L}\p{N}]$/u.test(before);
  return named ? '' : name;
}

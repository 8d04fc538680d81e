import type { HistoryEntry } from '../api/types/record';
import { t } from '../i18n/i18n';
import { shortDay } from '../i18n/time';

/** What the history says of comments, charts and shares; null for everything else. */
export function talkLine({ action, data }: HistoryEntry): { picture: string; words: string } | null {
  const name = String(data?.['name'] ?? '');
  const until = String(data?.['until'] ?? '');
  switch (action) {
    case 'comment.added':
    case 'comment.edited':
    case 'comment.removed':
      return { picture: 'message-square', words: t(`history.${action}`) };
    case 'chart.added':
    case 'chart.changed':
    case 'chart.renewed':
    case 'chart.removed':
      return { picture: 'chart-line', words: t(`history.${action}`) };
    case 'record.shared':
      return { picture: 'share-2', words: t('history.shared', { name, until: until && shortDay(until) }) };
    case 'record.share-withdrawn':
      return { picture: 'share-2', words: t('history.unshared', { name }) };
    default:
      return null;
  }
}

import type { HistoryEntry } from '../api/types/record';
import { t } from '../i18n/i18n';

const ICONS = {
  added: 'paperclip',
  versioned: 'file-up',
  changed: 'pencil-line',
  removed: 'trash-2',
  downloaded: 'download',
  'text-read': 'search',
} as const;

/** What was done to a document, for the history of its record or asset; null for other entries. */
export function documentLine({ action, data }: HistoryEntry): { icon: string; text: string } | null {
  const [what, verb] = action.split('.');
  if (what !== 'document' || !verb || !(verb in ICONS)) return null;
  const known = verb as keyof typeof ICONS;
  const file = typeof data?.['file'] === 'string' ? data['file'] : t('documents.history.secret');
  const version = typeof data?.['version'] === 'number' ? data['version'] : '';
  return { icon: ICONS[known], text: t(`documents.history.${known}`, { file, version }) };
}

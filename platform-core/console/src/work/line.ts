import type { Text } from '../api/types/common';
import type { HistoryEntry } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { messages } from '../i18n/messages';
import { fullMoment } from '../i18n/time';

const ICONS: Record<string, string> = { deadline: 'clock', action: 'circle-check' };
const BY_ITSELF = new Set(['started', 'met', 'ended', 'stopped', 'missed', 'reminded', 'escalated']);

/** What became of an action or a deadline, for the history of its record; `alone` says nobody is named. Null for other entries. */
export function workLine({ action, data }: HistoryEntry): { icon: string; text: string; alone: boolean } | null {
  const [what = '', verb = ''] = action.split('.');
  const key = `history.${what}.${verb}`;
  if (!(what in ICONS) || !(key in messages)) return null;
  const text = t(key as Key, {
    name: label(data?.['label'] as Text | undefined),
    title: String(data?.['title'] ?? ''),
    due: typeof data?.['dueAt'] === 'string' ? fullMoment(data['dueAt']) : '',
  });
  const late =
    typeof data?.['noticedAt'] === 'string' ? t('history.late', { moment: fullMoment(data['noticedAt']) }) : '';
  const alone = what === 'deadline' && BY_ITSELF.has(verb);
  return { icon: verb === 'missed' || verb === 'overdue' ? 'clock-alert' : ICONS[what]!, text: text + late, alone };
}

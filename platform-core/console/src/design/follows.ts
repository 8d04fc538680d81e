import type { TrialStep, Words } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import { partyName } from './parties';
import { periodInWords } from './periodfield';

type Follow = TrialStep['follows'][number];

/** What follows, as a sentence. */
export function told({ what, rule, details }: Follow, vocabulary: Words, nameOf: (id: string) => string): string {
  const some = (details ?? {}) as Record<string, unknown>;
  const party = (id: unknown) => partyName(vocabulary, String(id));
  const text = some as { sv?: string; en?: string; title?: never; label?: never };
  switch (what) {
    case 'assign':
      return [
        t('design.follows.assign', { who: party(some['role'] ?? some['party']) }),
        rule ? t('design.follows.rule', { n: rule }) : '',
      ].join(' ');
    case 'notify': {
      const to = Array.isArray(details) ? details : ((some['to'] as unknown[] | undefined) ?? []);
      return t('design.follows.notify', { who: to.map(party).join(', ') });
    }
    case 'createAction':
      return t('design.follows.action', { what: label(some['title'] as never), who: party(some['responsible']) });
    case 'startDeadline':
      return t('design.follows.starts', {
        what: label(some['label'] as never) || String(details),
        due: some['due'] ? periodInWords(String(some['due'])) : '',
      });
    case 'stopDeadline':
      return t('design.follows.stops', { what: label(some['label'] as never) || String(details) });
    case 'share':
      return t('design.follows.share', { who: String(some['unit'] ?? '') });
    case 'set':
      return t('design.follows.set', { what: Object.keys(some).map(nameOf).join(', ') });
    case 'route':
      return t('design.effect.route');
    default:
      return label(text as never) || what;
  }
}

const PICTURES: Record<string, string> = {
  assign: 'user-check',
  notify: 'mail',
  createAction: 'clipboard-check',
  startDeadline: 'clock',
  stopDeadline: 'check',
  share: 'share-2',
  set: 'pencil-line',
  route: 'route',
};

export const pictureOf = ({ what }: Follow): string => PICTURES[what] ?? 'circle-arrow-right';

import type { Person, Text } from '../api/types/common';
import type { KindDefinition, RoleName } from '../api/types/definition';
import type { HistoryEntry } from '../api/types/record';
import { label, t } from '../i18n/i18n';

/** As the journal sums it up: each has the members of one of these. */
interface FollowUp {
  tells?: string[];
  starts?: string;
  label?: Text;
  stops?: string;
  action?: Text;
  shares?: string;
  more?: number;
}

type Clocks = { deadlines?: { id: string; label: Text }[] };

/** A party in words; a role that nobody has a title of goes by the last part of its id. */
function party(id: string, roles: RoleName[]): string {
  if (id === 'assignee') return t('follows.party.assignee');
  if (id === 'reporter') return t('follows.party.reporter');
  if (id === 'manager-of-unit') return t('follows.party.manager');
  const role = roles.find((known) => known.id === id || known.id.endsWith(`:${id}`));
  return label(role?.title).toLowerCase() || (id.split(':').pop() ?? id).replaceAll('-', ' ');
}

const parties = (ids: string[], roles: RoleName[]): string => ids.map((id) => party(id, roles)).join(', ');

function one(followUp: FollowUp, kind: KindDefinition | undefined, roles: RoleName[]): string[] {
  const { tells, starts, stops, action, shares, more } = followUp;
  if (tells) return tells.join() === 'assignee' ? [] : [t('follows.tells', { who: parties(tells, roles) })];
  if (starts) return [t('follows.starts', { name: label(followUp.label) || starts })];
  if (stops) {
    const clock = (kind as Clocks | undefined)?.deadlines?.find(({ id }) => id === stops);
    return [t('follows.stops', { name: label(clock?.label) || stops })];
  }
  if (action) return [t('follows.action', { name: label(action) })];
  if (shares) return [t('follows.shares', { unit: shares })];
  return more ? [t('follows.more', { n: more })] : [];
}

/** What came of an entry beside what it says itself. */
export function follows(
  entry: HistoryEntry,
  kind: KindDefinition | undefined,
  people: Person[],
  roles: RoleName[] = [],
): string[] {
  const { assignee, vacant, followUps } = (entry.data ?? {}) as {
    assignee?: string;
    vacant?: string[];
    followUps?: FollowUp[];
  };
  const name = people.find(({ id }) => id === assignee)?.name ?? t('history.somebody');
  return [
    ...(assignee ? [t('follows.assigned', { name })] : []),
    ...(vacant?.length ? [t('follows.vacant', { who: parties(vacant, roles) })] : []),
    ...(followUps ?? []).flatMap((followUp) => one(followUp, kind, roles)),
  ];
}

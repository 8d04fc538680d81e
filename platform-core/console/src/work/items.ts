import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { RecordDoc } from '../api/types/record';
import type { ActionDoc, DeadlineDoc } from '../api/types/work';
import { label } from '../i18n/i18n';
import { dayOf } from '../i18n/time';
import { titleOf } from '../record/withheld';
import { allTypes, can, listAddress } from '../shell/areas';
import { recordAddress } from './shown';

/** Something with an owner, mostly with a date. */
export type Item =
  | { kind: 'action'; id: string; title: string; day: string | null; overdue: boolean; action: ActionDoc }
  | {
      kind: 'deadline';
      id: string;
      title: string;
      day: string;
      overdue: boolean;
      deadline: DeadlineDoc;
      address: string | null;
    }
  | { kind: 'record'; id: string; title: string; day: null; overdue: false; record: RecordDoc; address: string };

export const KINDS = ['action', 'deadline', 'record'] as const;
export type Kind = (typeof KINDS)[number];

/** What the address of the page asks for. */
export interface Wanted {
  scope: 'mine' | 'all' | 'late';
  unit: string;
  kinds: Kind[];
}

const LIMIT = 200;
const RECORDS = 50;

const ofAction = (action: ActionDoc): Item => ({
  kind: 'action',
  id: action.id,
  title: action.title,
  day: action.due,
  overdue: action.overdue,
  action,
});

const ofDeadline = (deadline: DeadlineDoc): Item => ({
  kind: 'deadline',
  id: deadline.id,
  title: label(deadline.label),
  day: dayOf(deadline.dueAt),
  overdue: deadline.overdue,
  deadline,
  address: recordAddress(deadline.record),
});

async function assigned(): Promise<Item[]> {
  const lists = await Promise.all(
    allTypes()
      .filter(({ record }) => can(record, 'read'))
      .map(async (found) => {
        const { area, record } = found;
        const address = `${area.module}/${record.path}?phase=open&assignee=me&limit=${RECORDS}`;
        const { items } = await get<Page<RecordDoc>>(address);
        return items.map((one): Item => ({
          kind: 'record',
          id: one.id,
          title: titleOf(one),
          day: null,
          overdue: false,
          record: one,
          address: `${listAddress(found)}/${one.number}`,
        }));
      }),
  );
  return lists.flat();
}

/** Everything that is asked for, the next due first; `more` says that there are actions beyond. */
export async function items(wanted: Wanted): Promise<{ items: Item[]; more: boolean }> {
  const asked = new URLSearchParams({ open: 'true', limit: String(LIMIT) });
  if (wanted.scope === 'mine') asked.set('mine', 'true');
  if (wanted.scope === 'late') asked.set('overdue', 'true');
  if (wanted.unit) asked.set('unit', wanted.unit);
  const own = wanted.scope === 'mine' && !wanted.unit;
  const [actions, deadlines, records] = await Promise.all([
    wanted.kinds.includes('action') ? get<Page<ActionDoc>>(`actions?${asked}`) : null,
    own && wanted.kinds.includes('deadline') ? get<{ items: DeadlineDoc[] }>('deadlines?mine=true') : null,
    own && wanted.kinds.includes('record') ? assigned() : [],
  ]);
  const all = [...(actions?.items ?? []).map(ofAction), ...(deadlines?.items ?? []).map(ofDeadline), ...records];
  const late = (item: Item) => item.day ?? '9999';
  return { items: all.sort((one, other) => late(one).localeCompare(late(other))), more: Boolean(actions?.next) };
}

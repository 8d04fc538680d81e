import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { RecordDoc } from '../api/types/record';
import type { Period } from '../insight/period';
import { allTypes, can, type Found } from '../shell/areas';

const POINT = 'record/charts/v1';

/** What a module says in its descriptor. */
interface Declared {
  type?: unknown;
  from?: unknown;
  to?: unknown;
}

/** A type of records that gather charts, as its module says at the point `record/charts/v1`. */
export interface Gathering {
  found: Found;
  /** The fields of its form with the first and the last day that a record is about. */
  period: { from: string; to: string } | null;
}

const word = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Those that this person may see. */
export const gatherings = (): Gathering[] =>
  allTypes().flatMap((found) =>
    ((found.area.contributes?.[POINT] ?? []) as Declared[])
      .filter(({ type }) => type === found.record.type)
      .map(({ from, to }) => ({ found, period: word(from) && word(to) ? { from, to } : null })),
  );

export const gatheringOf = (type: string) => gatherings().find(({ found }) => found.record.type === type);

/** Those that this person may write in. */
export const writable = () => gatherings().filter(({ found }) => can(found.record, 'handle'));

/** The period that a record is about. */
export function periodIn({ fields }: Pick<RecordDoc, 'fields'>, { period }: Gathering): Period | null {
  const [from, to] = period ? [fields?.[period.from], fields?.[period.to]] : [];
  return word(from) && word(to) ? { from, to } : null;
}

/** The newest records that charts can be put on. */
export async function openRecords(): Promise<{ record: RecordDoc; found: Found }[]> {
  const pages = await Promise.all(
    writable().map(async ({ found }) => {
      const { area, record } = found;
      const page = await get<Page<RecordDoc>>(`${area.module}/${record.path}?phase=open&sort=-createdAt&limit=10`);
      return page.items.map((item) => ({ record: item, found }));
    }),
  );
  return pages.flat();
}

/** The record before this one, by the first day of their periods, and how many days lie between; null when there is none. */
export async function before(
  record: RecordDoc,
  gathering: Gathering,
): Promise<{ record: RecordDoc; days: number } | null> {
  const own = periodIn(record, gathering);
  const { area, record: type } = gathering.found;
  const page = await get<Page<RecordDoc>>(`${area.module}/${type.path}?sort=-createdAt&limit=50`);
  const others = page.items
    .filter(({ id }) => id !== record.id)
    .map((other) => ({ other, period: periodIn(other, gathering) }))
    .filter(({ period }) => own && period && period.from < own.from)
    .sort((a, b) => b.period!.from.localeCompare(a.period!.from));
  const last = others[0];
  return last ? { record: last.other, days: daysBetween(last.period!.from, own!.from) } : null;
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T12:00Z`) - Date.parse(`${from}T12:00Z`)) / 86_400_000);

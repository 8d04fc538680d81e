import { get } from '../api/client';
import type { Cube } from '../api/types/insight';
import type { Area, Navigation, RecordType, Right } from '../api/types/session';
import { label } from '../i18n/i18n';
import { Store } from '../kit/store';
import { address } from './router';

/** The installed areas this person may use; they come and go while the console is open. */
export const navigation = new Store<Navigation | null>(null);

/** Open records by type; missing while unknown. */
export const openCounts = new Store<Record<string, number>>({});

export interface Found {
  area: Area;
  record: RecordType;
}

export const allTypes = (): Found[] =>
  (navigation.value?.areas ?? []).flatMap((area) => area.records.map((record) => ({ area, record })));

export const typeAt = (module: string, path: string) =>
  allTypes().find(({ area, record }) => area.module === module && record.path === path);

export const typeNamed = (name: string) => allTypes().find(({ record }) => record.type === name);

export const can = (record: RecordType, right: Right) => record.may?.includes(right) ?? false;

export const listAddress = ({ area, record }: Found, query: URLSearchParams | Record<string, string> = {}) =>
  address(`/a/${area.module}/${record.path}`, query);

/** The name of a list: the area when it has one kind of record, otherwise the records. */
export const listTitle = ({ area, record }: Found) => label(area.records.length === 1 ? area.title : record.titles);

export async function loadNavigation(): Promise<{ added: Area[]; removed: Area[] }> {
  const before = navigation.value?.areas ?? [];
  const next = await get<Navigation>('navigation');
  navigation.set({ areas: next.areas ?? [], administration: next.administration ?? [] });
  void loadCounts();
  const ids = (areas: Area[]) => new Set(areas.map((area) => area.module));
  return {
    added: next.areas.filter((area) => !ids(before).has(area.module)),
    removed: before.filter((area) => !ids(next.areas).has(area.module)),
  };
}

export async function loadCounts(): Promise<void> {
  const readable = allTypes().filter(({ record }) => can(record, 'read'));
  const counts = await Promise.all(
    readable.map(async ({ record }) => {
      try {
        const type = encodeURIComponent(record.type);
        return [record.type, (await get<Cube>(`insight/cube?type=${type}&measures=count&phase=open`)).total] as const;
      } catch {
        return null;
      }
    }),
  );
  openCounts.set(Object.fromEntries(counts.filter((count) => count !== null)));
}

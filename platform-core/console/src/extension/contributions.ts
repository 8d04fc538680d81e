import type { Text } from '../api/types/common';
import type { Area } from '../api/types/session';
import { navigation } from '../shell/areas';
import { address } from '../shell/router';

export type Point = 'record/tab/v1' | 'home/widget/v1' | 'console/page/v1';

/** What a module says in its descriptor about one contribution. */
interface Declared {
  id?: unknown;
  title?: unknown;
  icon?: unknown;
  module?: unknown;
  types?: unknown;
}

export interface Contribution {
  point: Point;
  area: Area;
  id: string;
  title: Text | string;
  icon: string;
  /** The ES module, under the revision that brings it: an update never mixes old and new files. */
  file: string;
  /** Types of records it is for; empty means all of its own module. */
  types: string[];
}

/** Draws into the host and may answer what tidies up. */
export type Show = (host: HTMLElement, context: Record<string, unknown>) => void | (() => void);

/** The default export of a module's file. */
export type Brought = Partial<Record<Point, Show | Record<string, Show>>>;

const text = (value: unknown): value is string => typeof value === 'string' && value !== '';

function read(area: Area, point: Point, declared: Declared): Contribution[] {
  const { id, title, icon, module, types } = declared;
  if (!text(id) || !text(module) || module.split('/').includes('..')) return [];
  const path = [area.module, area.revision, ...module.split('/')].map(encodeURIComponent).join('/');
  return [
    {
      point,
      area,
      id,
      title: (title as Text | undefined) ?? area.title,
      icon: text(icon) ? icon : (area.icon ?? 'box'),
      file: `/modules/${path}`,
      types: Array.isArray(types) ? types.filter(text) : [],
    },
  ];
}

/** What the installed modules bring to a point, as far as this person may use it. */
export const contributions = (point: Point, areas: Area[] = navigation.value?.areas ?? []): Contribution[] =>
  areas.flatMap((area) =>
    (area.contributes?.[point] ?? []).flatMap((declared) => read(area, point, declared as Declared)),
  );

export const tabsFor = (type: string) =>
  contributions('record/tab/v1').filter(({ area, types }) =>
    types.length ? types.includes(type) : area.records.some((record) => record.type === type),
  );

export const pageAddress = ({ area, id }: Contribution) => address(`/p/${area.module}/${id}`);

/** Picks what was asked for out of a module's file: one function a point, or one for each id. */
export function pick(brought: Brought | undefined, { point, id, file }: Contribution): Show {
  const found = brought?.[point];
  const show = typeof found === 'function' ? found : found?.[id];
  if (typeof show !== 'function') throw new Error(`${file} has nothing for ${point} ${id}`);
  return show;
}

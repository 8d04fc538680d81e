import { can, listAddress, typeNamed } from '../shell/areas';
import { withFilters, type Words } from '../record/filters';
import type { Asked } from './asked';
import type { Amount, Grid, Line } from './grid';
import type { Measure } from './measures';

/** The address of the records behind a number, by the filters it adds; null when there is none that may be seen. */
export type Link = (change: Record<string, string | string[] | null>) => string | null;

/** What every picture of a chart draws from. */
export interface Scene {
  question: Asked;
  grid: Grid;
  words: Words;
  /** Names it to who cannot see it. */
  title: string;
  link: Link;
}

/** Lists of exactly the records that a question counts. */
export function listLink({ types, filters }: Asked): Link {
  return ({ type, ...change }) => {
    const name = typeof type === 'string' ? type : types.length === 1 ? types[0] : undefined;
    const found = name ? typeNamed(name) : undefined;
    return found && can(found.record, 'read') ? listAddress(found, withFilters(filters, change)) : null;
  };
}

const nothingThere = ({ now }: Amount, { how }: Measure) => now === null || (now === 0 && how === 'count');

/** To the records of a cell; none when there are none. */
export function linkOf({ link }: Scene, amount: Amount, one: Measure, ...lines: Line[]): string | null {
  return nothingThere(amount, one) ? null : link(Object.assign({}, ...lines.map(({ filters }) => filters)));
}

/** To those of the period compared with. */
export function earlierLink({ link, grid }: Scene, amount: Amount, one: Measure, ...lines: Line[]): string | null {
  if (!grid.compared || nothingThere({ now: amount.before, before: null }, one)) return null;
  return link({ ...grid.earlier, ...Object.assign({}, ...lines.map(({ before }) => before)) });
}

import type { Words } from '../record/filters';
import type { Figures } from './figures';
import type { Interval } from './period';

/** The address of the records behind a number, by the filters it adds to those of the page. */
export type Link = (change: Record<string, string>) => string;

/** What every section of the picture draws from: one selection, counted once. */
export interface Scene {
  made: Figures;
  words: Words;
  interval: Interval;
  /** What the rows of the heat map are. */
  by: string;
  /** The places chosen as a filter. */
  places: string[];
  asTable: boolean;
  link: Link;
}

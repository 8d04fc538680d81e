import { number } from './i18n';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A size as people say it: `512 B`, `1.4 MB`; thousands, as on the label of a disk. */
export function bytes(size: number): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(size, 1)) / 3), 0), UNITS.length - 1);
  const value = size / 1000 ** power;
  return `${number(value, { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 })} ${UNITS[power]}`;
}

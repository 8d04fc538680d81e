import { MOST_CURVES, type Curve } from '../insight/curves';
import { t } from '../i18n/i18n';
import type { Grid, Line } from './grid';
import { adds, type Measure } from './measures';

/** What is drawn of a grid whose rows are a time. */
export function curvesOf(grid: Grid, nameOf: (one: Measure) => string): { curves: Curve[]; left: number } {
  const dated = datedRows(grid);
  const [first] = grid.measures;
  if (!first) return { curves: [], left: 0 };
  if (!grid.columnDimension) {
    const column = grid.columns[0]!;
    const alike = grid.measures.filter(({ unit }) => unit === first.unit).slice(0, MOST_CURVES);
    const curves = alike.map((one) => ({
      name: nameOf(one),
      values: dated.map((row) => grid.at(row, column, one).now),
      before: grid.compared && alike.length === 1 ? dated.map((row) => grid.at(row, column, one).before) : null,
    }));
    return { curves, left: 0 };
  }
  const shown = grid.columns.slice(0, MOST_CURVES);
  const rest = grid.columns.slice(MOST_CURVES);
  const line = (columns: Line[]) =>
    dated.map((row) => {
      const values = columns.map((column) => grid.at(row, column, first).now);
      return values.every((value) => value === null)
        ? null
        : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    });
  const curves: Curve[] = shown.map((column) => ({ name: column.name, values: line([column]) }));
  if (rest.length && adds(first))
    curves.push({ name: t('chart.rest', { n: rest.length }), values: line(rest), rest: true });
  return { curves, left: adds(first) ? 0 : rest.length };
}

/** The rows that have a time. */
export const datedRows = ({ rows }: Grid) => rows.filter(({ key }) => key !== 'none');

import type { Cell, Cube } from '../api/types/insight';
import { t } from '../i18n/i18n';
import { withoutPeriod, type Asked } from './asked';
import { isOrdered, isTime, keyNames, timeKeys } from './dimensions';
import { adds, measure, ofNothing, type Measure } from './measures';

/** A row or a column: which filters list its records, now and in the period it is compared with. */
export interface Line {
  key: string;
  name: string;
  filters: Record<string, string>;
  before: Record<string, string>;
}

export interface Amount {
  now: number | null;
  /** Null too when nothing is compared. */
  before: number | null;
}

/** The same question with fewer dimensions, for sums that do not follow from the cells. */
export interface Margins {
  rows: Cube | null;
  columns: Cube | null;
  all: Cube | null;
}

/** A cube as rows and columns; without such a dimension there is one of them, without a key. */
export interface Grid {
  measures: Measure[];
  rowDimensions: string[];
  columnDimension: string;
  rows: Line[];
  columns: Line[];
  compared: boolean;
  total: number;
  at: (row: Line, column: Line, measure: Measure) => Amount;
  ofRow: (row: Line, measure: Measure) => Amount;
  ofColumn: (column: Line, measure: Measure) => Amount;
  ofAll: (measure: Measure) => Amount;
  /** Filters of the period compared with, in place of those that say when. */
  earlier: Record<string, string | null>;
}

const NOTHING: Amount = { now: null, before: null };
const MARK = '\u001f';

const keysOf = (cell: Cell, dimensions: string[]) => dimensions.map((id) => String(cell[id]));
const joined = (cell: Cell, dimensions: string[]) => keysOf(cell, dimensions).join(MARK);
const numberIn = (cell: Cell | undefined, id: string): number | null => {
  const value = cell?.[id];
  return typeof value === 'number' ? value : null;
};

/** Lays out an answer: rows of all dimensions but the last, columns of the last; `turned` exchanges them. */
export function gridOf(question: Asked, answer: Cube, margins: Margins | null, frozen = false): Grid {
  const { dimensions } = question;
  const rowDimensions = dimensions.length > 1 ? dimensions.slice(0, -1) : dimensions;
  const columnDimension = dimensions.length > 1 ? (dimensions[dimensions.length - 1] ?? '') : '';
  const columnDimensions = columnDimension ? [columnDimension] : [];
  const measures = question.measures.map(measure);
  const compared = !!answer.previous;
  const cells = new Map(answer.cells.map((cell) => [joined(cell, [...rowDimensions, ...columnDimensions]), cell]));
  const missing = (one: Measure): Amount => ({ now: ofNothing(one), before: compared ? ofNothing(one) : null });
  const amountIn = (cell: Cell | undefined, one: Measure): Amount =>
    cell ? { now: numberIn(cell, one.id), before: numberIn(cell.previous, one.id) } : missing(one);
  const at = (row: Line, column: Line, one: Measure) =>
    amountIn(cells.get([row.key, column.key].filter((key) => key !== '').join(MARK)), one);
  const rows = lines(question, answer, rowDimensions, frozen);
  const columns = lines(question, answer, columnDimensions, frozen);
  const sum = (amounts: Amount[]): Amount => ({
    now: amounts.reduce((all, { now }) => all + (now ?? 0), 0),
    before: compared ? amounts.reduce((all, { before }) => all + (before ?? 0), 0) : null,
  });
  const marginal = (cube: Cube | null | undefined, ids: string[], key: string, one: Measure): Amount => {
    const cell = cube?.cells.find((candidate) => joined(candidate, ids) === key);
    return cell ? amountIn(cell, one) : NOTHING;
  };
  return {
    measures,
    rowDimensions,
    columnDimension,
    rows,
    columns,
    compared,
    total: answer.total,
    at,
    ofRow: (row, one) => {
      if (!columnDimension) return at(row, columns[0]!, one);
      return adds(one)
        ? sum(columns.map((column) => at(row, column, one)))
        : marginal(margins?.rows, rowDimensions, row.key, one);
    },
    ofColumn: (column, one) =>
      adds(one)
        ? sum(rows.map((row) => at(row, column, one)))
        : marginal(margins?.columns, columnDimensions, column.key, one),
    ofAll: (one) => {
      if (dimensions.length === 0) return at(rows[0]!, columns[0]!, one);
      if (one.how === 'count') return { now: answer.total, before: answer.previous?.total ?? null };
      return adds(one)
        ? sum([...cells.values()].map((cell) => amountIn(cell, one)))
        : marginal(margins?.all, [], '', one);
    },
    earlier: { ...withoutPeriod(), occurredAt: answer.previous?.occurredAt ?? null },
  };
}

/** What occurs of some dimensions, in their own order or the largest first; what is not set comes last. */
function lines(question: Asked, answer: Cube, dimensions: string[], frozen: boolean): Line[] {
  if (dimensions.length === 0) return [{ key: '', name: t('chart.all'), filters: {}, before: {} }];
  const names = dimensions.map((id) => keyNames(answer, id));
  const found = new Map<string, { line: Line; size: number; keys: string[] }>();
  const line = (keys: string[], cell?: Cell): Line => ({
    key: keys.join(MARK),
    name: keys.map((key, place) => names[place]!(key)).join(' · '),
    filters: Object.fromEntries(dimensions.map((id, place) => [id, keys[place] ?? ''])),
    before: Object.fromEntries(dimensions.map((id, place) => [id, String(cell?.previous?.[id] ?? keys[place] ?? '')])),
  });
  const first = question.measures[0] ?? 'count';
  for (const cell of answer.cells) {
    const keys = keysOf(cell, dimensions);
    const key = keys.join(MARK);
    const known = found.get(key) ?? { line: line(keys, cell), size: 0, keys };
    known.size += Math.abs(numberIn(cell, first) ?? 0);
    found.set(key, known);
  }
  const [only = ''] = dimensions;
  if (dimensions.length === 1 && isTime(only) && answer.cells.length) {
    const dated = [...found.keys()].filter((key) => key !== 'none');
    const all = timeKeys(only, dated, question, frozen);
    return [...all, ...(found.has('none') ? ['none'] : [])].map((key) => found.get(key)?.line ?? line([key]));
  }
  const ranks = dimensions.map((id, place) => ranksOf(id, place, [...found.values()]));
  return [...found.values()]
    .sort((a, b) => {
      for (const [place, rank] of ranks.entries()) {
        const order = rank(a.keys[place] ?? '') - rank(b.keys[place] ?? '');
        if (order) return order;
      }
      return 0;
    })
    .map(({ line: made }) => made);
}

/** The place of each key of a dimension among the others. */
function ranksOf(id: string, place: number, all: { size: number; keys: string[] }[]): (key: string) => number {
  const sizes = new Map<string, number>();
  for (const { size, keys } of all) {
    const key = keys[place] ?? '';
    sizes.set(key, (sizes.get(key) ?? 0) + size);
  }
  const order = [...sizes.keys()].sort((a, b) => {
    if (a === 'none' || b === 'none') return a === b ? 0 : a === 'none' ? 1 : -1;
    if (isOrdered(id)) return a.localeCompare(b, 'en', { numeric: true });
    return (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0);
  });
  const ranks = new Map(order.map((key, rank) => [key, rank]));
  return (key) => ranks.get(key) ?? 0;
}

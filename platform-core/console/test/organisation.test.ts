import { describe, expect, it } from 'vitest';
import { deedOf, linesOf, PORTION, typed, type Line } from '../src/admin/treemodel';
import type { Node, UnitRow } from '../src/api/types/organisation';

const node = (id: string, children = 0): Node => ({
  unit: { id, code: id, name: { sv: id, en: id } } as UnitRow,
  children,
});
const branches = new Map([
  ['', [node('board', 2), node('company')]],
  ['board', [node('school', 1), node('library')]],
]);
const none = new Map<string, number>();
const nameOf = (line: Line) => (line.kind === 'unit' ? line.node.unit.id : '');
const names = (open: string[]) => linesOf(branches, new Set(open), none).map(nameOf);

describe('the tree', () => {
  it('shows what is open', () => {
    expect(names([])).toEqual(['board', 'company']);
    expect(names(['board'])).toEqual(['board', 'school', 'library', 'company']);
    expect(names(['board', 'school'])).toEqual(['board', 'school', 'library', 'company']);
  });

  it('shows long rows of siblings in portions', () => {
    const many = new Map([['', Array.from({ length: 20_000 }, (_, at) => node(`u${at}`))]]);
    const lines = linesOf(many, new Set(), none);
    expect(lines.length).toBe(PORTION + 1);
    expect(lines.at(-1)).toEqual({ kind: 'more', level: 1, above: '', left: 20_000 - PORTION });
    expect(linesOf(many, new Set(), new Map([['', 2]])).length).toBe(2 * PORTION + 1);
  });

  it('says where a line stands', () => {
    expect(linesOf(branches, new Set(['board']), none)[2]).toMatchObject({ level: 2, at: 2, of: 2, above: 'board' });
  });

  it('is walked with the keys of the tree pattern', () => {
    const closed = linesOf(branches, new Set(), none);
    const open = linesOf(branches, new Set(['board']), none);
    expect(deedOf(closed, 0, 'ArrowRight')).toEqual({ open: 'board' });
    expect(deedOf(open, 0, 'ArrowRight')).toEqual({ to: 1 });
    expect(deedOf(open, 0, 'ArrowLeft')).toEqual({ close: 'board' });
    expect(deedOf(open, 2, 'ArrowLeft')).toEqual({ to: 0 });
    expect(deedOf(open, 3, 'ArrowLeft')).toBeNull();
    expect(deedOf(open, 3, 'ArrowDown')).toBeNull();
    expect(deedOf(open, 1, 'Home')).toEqual({ to: 0 });
    expect(deedOf(open, 1, 'End')).toEqual({ to: 3 });
    expect(deedOf(open, 1, 'x')).toBeNull();
    expect(deedOf([], 0, 'ArrowDown')).toBeNull();
  });

  it('is searched by typing', () => {
    const lines = linesOf(branches, new Set(['board']), none);
    expect(typed(lines, 0, 'c', nameOf)).toBe(3);
    expect(typed(lines, 3, 's', nameOf)).toBe(1);
    expect(typed(lines, 1, 'sch', nameOf)).toBe(1);
    expect(typed(lines, 1, 'zzz', nameOf)).toBe(1);
  });
});

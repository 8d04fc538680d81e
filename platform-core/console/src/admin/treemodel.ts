import type { Node } from '../api/types/organisation';

/** Children that have been fetched, by the id above them; the top has the empty id. */
export type Branches = ReadonlyMap<string, Node[]>;

/** A line of a tree: a unit, or the rest of a long row of siblings that is not shown yet. */
export type Line = { level: number; above: string } & (
  { kind: 'unit'; node: Node; at: number; of: number; open: boolean } | { kind: 'more'; left: number }
);

export const PORTION = 200;

/** The lines that can be seen, from the top. */
export function linesOf(
  branches: Branches,
  open: ReadonlySet<string>,
  portions: ReadonlyMap<string, number>,
  above = '',
  level = 1,
): Line[] {
  const children = branches.get(above) ?? [];
  const shown = (portions.get(above) ?? 1) * PORTION;
  const lines = children.slice(0, shown).flatMap((node, at): Line[] => {
    const isOpen = node.children > 0 && open.has(node.unit.id);
    const line: Line = { kind: 'unit', level, above, node, at: at + 1, of: children.length, open: isOpen };
    return isOpen ? [line, ...linesOf(branches, open, portions, node.unit.id, level + 1)] : [line];
  });
  return children.length > shown ? [...lines, { kind: 'more', level, above, left: children.length - shown }] : lines;
}

/** What a key does on a line of the tree, as the ARIA tree pattern describes. */
export type Deed = { to: number } | { open: string } | { close: string } | null;

export function deedOf(lines: Line[], at: number, key: string): Deed {
  const line = lines[at];
  if (!line) return null;
  const unit = line.kind === 'unit' ? line : null;
  if (key === 'ArrowDown') return at + 1 < lines.length ? { to: at + 1 } : null;
  if (key === 'ArrowUp') return at > 0 ? { to: at - 1 } : null;
  if (key === 'Home') return { to: 0 };
  if (key === 'End') return { to: lines.length - 1 };
  if (key === 'ArrowRight' && unit && unit.node.children > 0)
    return unit.open ? { to: Math.min(at + 1, lines.length - 1) } : { open: unit.node.unit.id };
  if (key === 'ArrowLeft') {
    if (unit?.open) return { close: unit.node.unit.id };
    const up = lines.findIndex((one) => one.kind === 'unit' && one.node.unit.id === line.above);
    return up >= 0 ? { to: up } : null;
  }
  return null;
}

/** The next line whose unit begins with these letters. */
export function typed(lines: Line[], at: number, letters: string, nameOf: (line: Line) => string): number {
  const wanted = letters.toLowerCase();
  const order = lines.map((_line, step) => (at + step + (letters.length > 1 ? 0 : 1)) % lines.length);
  return order.find((index) => nameOf(lines[index]!).toLowerCase().startsWith(wanted)) ?? at;
}

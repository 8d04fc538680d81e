import type { Doc } from '../api/types/design';

export const NODE = { width: 136, height: 46 };
const GAP = { x: 84, y: 58 };
const EDGE = 32;

export interface Node {
  id: string;
  x: number;
  y: number;
  column: number;
}

export interface Edge {
  transition: string;
  from: string;
  to: string;
  path: string;
  /** Where its name stands. */
  at: { x: number; y: number };
}

export interface Drawing {
  nodes: Node[];
  edges: Edge[];
  width: number;
  height: number;
}

/** States in columns by how many steps they are from the first one, the way through in the middle row. */
export function draw(doc: Doc): Drawing {
  const nodes = columns(doc);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lanes = new Map<string, number>();
  const edges = doc.transitions.flatMap(({ id, from, to }) =>
    from.flatMap((one) => {
      const begin = byId.get(one);
      const end = byId.get(to);
      if (!begin || !end) return [];
      const pair = [one, to].sort().join(' ');
      const lane = lanes.get(pair) ?? 0;
      lanes.set(pair, lane + 1);
      return [{ transition: id, from: one, to, ...curve(begin, end, lane) }];
    }),
  );
  return {
    nodes,
    edges,
    width: Math.max(0, ...nodes.map(({ x }) => x)) + NODE.width + EDGE,
    height: Math.max(0, ...nodes.map(({ y }) => y), ...edges.map(({ at }) => at.y)) + NODE.height + EDGE * 2,
  };
}

function columns(doc: Doc): Node[] {
  const depth = depths(doc);
  const rows = new Map<number, string[]>();
  const last = Math.max(0, ...depth.values()) + 1;
  for (const { id } of doc.states) {
    const column = depth.get(id) ?? last;
    rows.set(column, [...(rows.get(column) ?? []), id]);
  }
  const nodes: Node[] = [];
  for (const [column, ids] of rows) {
    const sorted = [...ids].sort((a, b) => importance(doc, b) - importance(doc, a));
    sorted.forEach((id, row) =>
      nodes.push({
        id,
        column,
        x: EDGE + column * (NODE.width + GAP.x),
        y: EDGE * 2 + row * (NODE.height + GAP.y),
      }),
    );
  }
  return nodes;
}

/** Steps from the first state, by the shortest way. */
function depths(doc: Doc): Map<string, number> {
  const found = new Map<string, number>();
  let edge = doc.states.some(({ id }) => id === doc.initial) ? [doc.initial] : [];
  for (let depth = 0; edge.length; depth++) {
    for (const id of edge) found.set(id, depth);
    edge = [
      ...new Set(doc.transitions.filter(({ from }) => from.some((one) => edge.includes(one))).map(({ to }) => to)),
    ].filter((id) => !found.has(id));
  }
  return found;
}

/** States with a way on come first. */
const importance = (doc: Doc, id: string) =>
  doc.transitions.filter(({ from }) => from.includes(id)).length +
  (doc.states.find((state) => state.id === id)?.phase === 'open' ? 100 : 0);

function curve(from: Node, to: Node, lane: number): Pick<Edge, 'path' | 'at'> {
  const shift = lane * 12;
  if (from.id === to.id) {
    const x = from.x + NODE.width / 2;
    return {
      path: `M${x - 20} ${from.y}C${x - 34} ${from.y - 40} ${x + 34} ${from.y - 40} ${x + 20} ${from.y}`,
      at: { x, y: from.y - 30 },
    };
  }
  if (to.column > from.column) {
    const x1 = from.x + NODE.width;
    const y1 = from.y + NODE.height / 2 + shift;
    const x2 = to.x;
    const y2 = to.y + NODE.height / 2 + shift;
    const skips = to.column - from.column > 1 && from.y === to.y;
    const lift = skips ? 44 + 14 * (to.column - from.column) : 0;
    const bend = Math.min(80, (x2 - x1) / 2);
    return {
      path: skips
        ? `M${x1 - 30} ${from.y}C${x1} ${from.y - lift} ${x2} ${to.y - lift} ${x2 + 30} ${to.y}`
        : `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
      at: skips
        ? { x: (x1 + x2) / 2, y: from.y - lift * 0.75 }
        : { x: x2 - Math.min(42, (x2 - x1) / 2), y: (y1 + 3 * y2) / 4 },
    };
  }
  if (to.column === from.column) {
    const down = to.y > from.y;
    const x = from.x + NODE.width / 2 + (down ? 18 : -18) + shift;
    const y1 = down ? from.y + NODE.height : from.y;
    const y2 = down ? to.y : to.y + NODE.height;
    return { path: `M${x} ${y1}C${x} ${(y1 + y2) / 2} ${x} ${(y1 + y2) / 2} ${x} ${y2}`, at: { x, y: (y1 + y2) / 2 } };
  }
  const x1 = from.x + NODE.width / 2 - 24;
  const x2 = to.x + NODE.width / 2 + 24;
  const y1 = from.y + NODE.height;
  const y2 = to.y + NODE.height;
  const low = Math.max(y1, y2) + 30 + shift;
  return {
    path: `M${x1} ${y1}C${x1} ${low} ${x2} ${low} ${x2} ${y2}`,
    at: { x: (x1 + x2) / 2, y: low - 8 },
  };
}

const STEP: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The state that lies nearest in the direction of an arrow key. */
export function neighbour(nodes: Node[], from: string, key: string): string | null {
  const here = nodes.find(({ id }) => id === from);
  const step = STEP[key];
  if (!here || !step) return null;
  const [dx, dy] = step;
  const ahead = nodes
    .map((node) => ({ id: node.id, x: node.x - here.x, y: node.y - here.y }))
    .filter(({ x, y }) => x * dx + y * dy > 0)
    .sort((a, b) => distance(a, dx) - distance(b, dx));
  return ahead[0]?.id ?? null;
}

const distance = ({ x, y }: { x: number; y: number }, dx: number) =>
  dx ? Math.abs(x) + 2 * Math.abs(y) : Math.abs(y) + 2 * Math.abs(x);

import type { Doc } from '../api/types/design';

export const NODE = { width: 136, height: 46 };
const GAP = { x: 84, y: 110 };
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

/** Open states in their order from left to right, closed ones below where most of their ways come from. */
export function draw(doc: Doc): Drawing {
  const nodes = rows(doc);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lanes = new Map<string, number>();
  const edges = doc.transitions.flatMap(({ id, from, to }) =>
    from.flatMap((one) => {
      const begin = byId.get(one);
      const end = byId.get(to);
      if (!begin || !end) return [];
      const lane = lanes.get(`${one} ${to}`) ?? 0;
      lanes.set(`${one} ${to}`, lane + 1);
      return [{ transition: id, from: one, to, ...curve(begin, end, lane) }];
    }),
  );
  const top = Math.min(0, ...edges.map(({ at }) => at.y - 30));
  for (const node of nodes) node.y -= top;
  return {
    nodes,
    edges: apart(edges.map((edge) => lower(edge, top))),
    width: Math.max(0, ...nodes.map(({ x }) => x)) + NODE.width + EDGE,
    height: Math.max(0, ...nodes.map(({ y }) => y)) + NODE.height + EDGE * 2,
  };
}

function rows(doc: Doc): Node[] {
  const open = doc.states.filter(({ phase }) => phase === 'open').map(({ id }) => id);
  const way = [...open.filter((id) => id === doc.initial), ...open.filter((id) => id !== doc.initial)];
  const column = new Map(way.map((id, at) => [id, at]));
  const taken = new Set<number>();
  const closed = doc.states
    .filter(({ phase }) => phase !== 'open')
    .map(({ id }) => ({ id, wanted: middle(doc, id, column) }))
    .sort((a, b) => a.wanted - b.wanted);
  const below = closed.map(({ id, wanted }) => {
    let at = Math.max(0, Math.round(wanted));
    while (taken.has(at)) at += 1;
    taken.add(at);
    return { id, column: at, row: 1 };
  });
  return [...way.map((id, at) => ({ id, column: at, row: 0 })), ...below].map(({ id, column: at, row }) => ({
    id,
    column: at,
    x: EDGE + at * (NODE.width + GAP.x) + row * 0.5 * GAP.x,
    y: EDGE * 2 + row * (NODE.height + GAP.y),
  }));
}

/** The middle of the columns from which ways lead here. */
function middle(doc: Doc, id: string, column: Map<string, number>): number {
  const from = doc.transitions
    .filter(({ to }) => to === id)
    .flatMap((transition) => transition.from)
    .map((one) => column.get(one))
    .filter((at) => at !== undefined);
  return from.length ? from.reduce((sum, at) => sum + at, 0) / from.length : column.size;
}

function curve(from: Node, to: Node, lane: number): Pick<Edge, 'path' | 'at'> {
  const shift = lane * 16;
  const { width, height } = NODE;
  if (from.id === to.id) {
    const x = from.x + width / 2;
    return {
      path: `M${x - 20} ${from.y}C${x - 34} ${from.y - 40} ${x + 34} ${from.y - 40} ${x + 20} ${from.y}`,
      at: { x, y: from.y - 30 },
    };
  }
  if (from.y === to.y)
    return from.x < to.x && to.column === from.column + 1 && lane === 0 ? next(from, to) : arch(from, to, shift);
  const down = to.y > from.y;
  const x1 = from.x + width / 2 + (down ? 20 : -20) + shift;
  const x2 = to.x + width / 2 + (down ? 20 : -20) + shift;
  const y1 = down ? from.y + height : from.y;
  const y2 = down ? to.y : to.y + height;
  const mid = (y1 + y2) / 2;
  return { path: `M${x1} ${y1}C${x1} ${mid} ${x2} ${mid} ${x2} ${y2}`, at: { x: (x1 + x2) / 2, y: mid } };
}

function next(from: Node, to: Node): Pick<Edge, 'path' | 'at'> {
  const y = from.y + NODE.height / 2;
  const x1 = from.x + NODE.width;
  return { path: `M${x1} ${y}H${to.x}`, at: { x: (x1 + to.x) / 2, y } };
}

/** Over what lies between: above the upper row, below the lower one. */
function arch(from: Node, to: Node, shift: number): Pick<Edge, 'path' | 'at'> {
  const upper = from.y === EDGE * 2;
  const across = Math.abs(to.column - from.column);
  const lift = 26 + 12 * across + shift;
  const side = from.x < to.x ? 16 : -16;
  const x1 = from.x + NODE.width / 2 + side;
  const x2 = to.x + NODE.width / 2 - side;
  const y = upper ? from.y : from.y + NODE.height;
  const peak = upper ? y - lift : y + lift;
  return {
    path: `M${x1} ${y}C${x1} ${peak} ${x2} ${peak} ${x2} ${y}`,
    at: { x: (x1 + x2) / 2, y: y + (peak - y) * 0.75 },
  };
}

/** The same, further down. */
const lower = (edge: Edge, top: number): Edge => ({
  ...edge,
  path: edge.path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_all, x: string, y: string) => `${x} ${Number(y) - top}`),
  at: { x: edge.at.x, y: edge.at.y - top },
});

/** Names that would lie on one another give way. */
function apart(edges: Edge[]): Edge[] {
  const set: { x: number; y: number }[] = [];
  return edges.map((edge) => {
    const at = { ...edge.at };
    for (
      let tries = 0;
      tries < 8 && set.some((other) => Math.abs(other.x - at.x) < 90 && Math.abs(other.y - at.y) < 22);
    )
      at.y += ++tries % 2 ? 22 * tries : -22 * tries;
    set.push(at);
    return { ...edge, at };
  });
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

export interface Disc {
  x: number;
  y: number;
  radius: number;
}

const ROUNDS = 12;

/** Moves discs that cover each other a little apart, so that the number on each can be read. */
export function apart<T extends Disc>(discs: T[]): T[] {
  const moved = discs.map((disc) => ({ ...disc }));
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, a] of moved.entries())
      for (const b of moved.slice(at + 1)) {
        const distance = Math.hypot(b.x - a.x, b.y - a.y) || 1;
        const covered = a.radius + b.radius - distance;
        if (covered <= 0) continue;
        const x = ((b.x - a.x || 1) / distance) * (covered / 2);
        const y = ((b.y - a.y) / distance) * (covered / 2);
        a.x -= x;
        a.y -= y;
        b.x += x;
        b.y += y;
      }
  return moved;
}

import { expect, it } from 'vitest';
import { apart } from '../src/insight/apart';

it('moves discs that cover each other, and only those', () => {
  const [a, b, far] = apart([
    { x: 0, y: 0, radius: 10 },
    { x: 5, y: 0, radius: 10 },
    { x: 100, y: 100, radius: 10 },
  ]);
  expect(Math.hypot(b!.x - a!.x, b!.y - a!.y)).toBeCloseTo(20);
  expect(far).toEqual({ x: 100, y: 100, radius: 10 });
});

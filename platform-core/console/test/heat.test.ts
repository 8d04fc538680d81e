import { expect, it, vi } from 'vitest';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
const { heatStep } = await import('../src/insight/heat');

it('a handful is never as dark as many', () => {
  expect(heatStep(3, 0.7)).toBeLessThan(3);
  expect(heatStep(0, 100)).toBe(0);
  expect(heatStep(230, 100)).toBe(5);
});

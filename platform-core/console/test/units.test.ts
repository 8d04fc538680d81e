import { afterEach, expect, it, vi } from 'vitest';

const asked: string[] = [];
vi.stubGlobal('location', { pathname: '/console/', search: '' });
vi.stubGlobal('fetch', (address: string) => {
  asked.push(address);
  const items = [{ unit: { id: 'u1', code: 'KV', name: { sv: 'Kvarnskolan', en: 'Kvarnskolan' } }, above: [] }];
  return Promise.resolve(new Response(JSON.stringify({ items })));
});
const { findUnits, nameUnits } = await import('../src/record/units');

afterEach(() => asked.splice(0));

it('units are searched for, never listed as a whole', async () => {
  expect(await findUnits('')).toEqual([]);
  expect(asked).toEqual([]);
  expect(await findUnits('kvarn & co')).toEqual([{ id: 'u1', name: 'Kvarnskolan', beside: 'KV' }]);
  expect(asked).toEqual(['/api/units/search?q=kvarn%20%26%20co&limit=50']);
});

it('a unit that was met has its name', async () => {
  await nameUnits(['u1', 'KV', 'none']);
  expect(asked).toEqual([]);
});

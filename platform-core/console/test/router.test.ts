import { expect, it, vi } from 'vitest';

vi.stubGlobal('location', { pathname: '/console/admin/modules', search: '?id=a' });
vi.stubGlobal('history', {
  state: null,
  pushState: (_state: unknown, _title: string, to: string) => {
    const [pathname = '', search = ''] = to.split('?');
    vi.stubGlobal('location', { pathname, search });
  },
});

it('knows when a person has moved on while something was awaited', async () => {
  const { go, staying } = await import('../src/shell/router');
  const still = staying();
  expect(still()).toBe(true);
  go('/console/map');
  expect(still()).toBe(false);
});

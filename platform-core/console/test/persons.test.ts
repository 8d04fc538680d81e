import { expect, test, vi } from 'vitest';

vi.stubGlobal('HTMLElement', class {});
vi.stubGlobal('customElements', { define: () => undefined });
const { soughtOf } = await import('../src/admin/persons');

test('each line is a word, and an account is said only when there is one', () => {
  expect(soughtOf('', ' Eva Öst \n\n19800102-1234\n')).toEqual({ words: ['Eva Öst', '19800102-1234'] });
  expect(soughtOf(' eva ', '')).toEqual({ account: 'eva', words: [] });
});

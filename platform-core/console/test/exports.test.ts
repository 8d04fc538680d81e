import { beforeEach, expect, it, vi } from 'vitest';
import type { ExportFile } from '../src/api/types/exports';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
vi.stubGlobal('window', globalThis);
vi.stubGlobal('HTMLElement', class {});
const answers: ExportFile[][] = [];
const links: { href: string; download: string; clicked: boolean }[] = [];
vi.mock('../src/api/client', () => ({
  get: () => Promise.resolve({ items: answers.shift() ?? [] }),
  post: () => Promise.resolve(file('running')),
  remove: () => Promise.resolve(),
}));
vi.mock('../src/kit/toast', () => ({ toast: () => undefined }));
vi.mock('../src/kit/feedback', () => ({ words: () => ({ title: '', detail: '' }) }));
vi.mock('../src/shell/router', () => ({ go: () => undefined }));
const { files, order, parametersOf } = await import('../src/export/making');

const file = (state: ExportFile['state']) => ({ id: '1', name: 'Saker', state }) as ExportFile;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', {
    createElement: () => {
      const link = {
        href: '',
        download: '',
        clicked: false,
        click: () => (link.clicked = true),
        remove: () => undefined,
      };
      links.push(link);
      return link;
    },
    body: { append: () => undefined },
  });
});

it('an order has the parameters of the address', () => {
  expect(parametersOf(new URLSearchParams('kind=a&kind=b&q=x'))).toEqual({ kind: ['a', 'b'], q: ['x'] });
});

it('what was ordered here is downloaded once when it is ready', async () => {
  answers.push([file('running')], [file('done')], [file('done')]);
  await order({ subject: 'list', format: 'csv', parameters: {} });
  expect(links).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(files.value?.[0]?.state).toBe('done');
  expect(links).toMatchObject([{ href: '/api/exports/1/file', clicked: true }]);
});

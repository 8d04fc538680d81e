import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
vi.stubGlobal('HTMLElement', class {});
vi.stubGlobal('customElements', { define: () => undefined });
const { searchOf } = await import('../src/admin/journal');

const search = (query: string) => searchOf(new URLSearchParams(query)).toString();

describe('the search of the journal', () => {
  it('is what the address says', () => {
    expect(search('person=Anna&from=2026-01-01&q=ord')).toBe('q=ord&person=Anna&from=2026-01-01');
  });

  it('leaves out what is empty or not its own', () => {
    expect(search('person=%20&action=&page=2')).toBe('');
  });
});

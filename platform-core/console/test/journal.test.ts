import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
vi.stubGlobal('HTMLElement', class {});
vi.stubGlobal('customElements', { define: () => undefined });
const { searchOf } = await import('../src/admin/journal');
const { deedOf, nameOf } = await import('../src/admin/deeds');

const search = (query: string) => searchOf(new URLSearchParams(query)).toString();

describe('the search of the journal', () => {
  it('is what the address says', () => {
    expect(search('person=Anna&from=2026-01-01&q=ord')).toBe('q=ord&person=Anna&from=2026-01-01');
  });

  it('leaves out what is empty or not its own', () => {
    expect(search('person=%20&action=&page=2')).toBe('');
  });
});

describe('an entry of the journal', () => {
  const entry = { id: '', position: 1, at: '', by: { id: null, name: '' }, subjectType: 'unit', hash: '' };

  it('is told in words when there are any', () => {
    expect(deedOf('record.read')).toBe('Läste ett sekretessbelagt ärende');
    expect(deedOf('moon.landed')).toBe('moon.landed');
  });

  it('names what it is about as people do', () => {
    const about = (data: Record<string, unknown>) => nameOf({ ...entry, action: 'x', subject: 'id', data });
    expect(about({ number: 'INC-2026-000001', name: 'Anna' })).toBe('INC-2026-000001');
    expect(about({ name: { sv: 'Skola', en: 'School' } })).toBe('Skola');
    expect(about({ code: 7 })).toBe('id');
  });
});

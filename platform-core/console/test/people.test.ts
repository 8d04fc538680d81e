import { beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../src/api/types/session';
import { assignable, findPeople } from '../src/record/people';
import { session } from '../src/shell/session';

let asked: string[] = [];

function answers(body: unknown): void {
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(decodeURIComponent(address));
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
}

const signedIn = (...permissions: string[]) =>
  session.set({ account: { id: 'me', name: 'Anna Ek' }, permissions } as unknown as Session);

const names = (found: { name: string }[]) => found.map(({ name }) => name);

beforeEach(() => vi.unstubAllGlobals());

test('whoever sees accounts searches all of them, and finds nobody who may not sign in', async () => {
  signedIn('platform:accounts:manage');
  answers({
    items: [
      { id: 'b', name: 'Bo Ek', username: 'bo', enabled: true },
      { id: 'c', name: 'Cecilia Ek', username: 'ce', enabled: false },
      { id: 'me', name: 'Anna Ek', username: 'anna', enabled: true },
    ],
  });
  expect(names(await findPeople('incidents.report')('ek'))).toEqual(['Anna Ek', 'Bo Ek']);
  expect(asked).toEqual(['/api/accounts?q=ek&limit=200']);
  expect(names(await findPeople('incidents.report')('bo ek'))).not.toContain('Anna Ek');
});

test('others find themselves and those who have records, by every word', async () => {
  signedIn('incidents:report:handle');
  answers({
    facets: {
      assignee: [
        { key: 'none', label: 'Ingen' },
        { key: 'b', label: 'Bo Ek' },
        { key: 'd', label: 'Disa Berg' },
      ],
    },
  });
  expect(names(await findPeople('incidents.report')(''))).toEqual(['Anna Ek', 'Bo Ek', 'Disa Berg']);
  expect(names(await findPeople('incidents.report')('ek bo'))).toEqual(['Bo Ek']);
  expect(asked[0]).toContain('insight/facets?type=incidents.report&fields=assignee');
});

test('without an answer there is oneself', async () => {
  signedIn();
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  expect(names(await assignable('incidents.report'))).toEqual(['Anna Ek']);
});

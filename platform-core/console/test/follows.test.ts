import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../src/api/types/record';
import { follows } from '../src/record/follows';

const entry = (data: Record<string, unknown> | null): HistoryEntry => ({
  position: 1,
  id: 'a',
  at: '2026-01-01T00:00:00Z',
  by: null,
  action: 'record.created',
  data,
});

describe('what comes of a change', () => {
  it('is said in words, and nothing of nothing', () => {
    expect(follows(entry(null), undefined, [])).toEqual([]);
    const said = follows(
      entry({
        assignee: '1',
        vacant: ['incidents:safety-representative'],
        followUps: [
          { tells: ['assignee'], template: 'routed' },
          { tells: ['reporter', 'incidents:handler'], template: 'closed' },
          { starts: 'look', label: { sv: 'Titt', en: 'Look' } },
          { stops: 'answer' },
          { action: { sv: 'Samtal', en: 'Talk' }, responsible: 'reporter' },
          { shares: 'POLICE' },
          { more: 3 },
        ],
      }),
      undefined,
      [{ id: '1', name: 'Anna Ek' }],
    );
    expect(said).toHaveLength(8);
    expect(said[0]).toContain('Anna Ek');
    expect(said[1]).toContain('safety representative');
    expect(said.join()).toContain('POLICE');
  });

  it('names roles by their titles, with and without their module', () => {
    const roles = [{ id: 'incidents:safety-representative', title: { sv: 'Skyddsombud', en: 'Safety steward' } }];
    const said = (id: string) => follows(entry({ vacant: [id] }), undefined, [], roles).join();
    expect(said('safety-representative')).toMatch(/skyddsombud|safety steward/);
    expect(said('incidents:safety-representative')).toMatch(/skyddsombud|safety steward/);
  });
});

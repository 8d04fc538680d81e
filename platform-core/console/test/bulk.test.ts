import { describe, expect, it, vi } from 'vitest';
import type { KindDefinition } from '../src/api/types/definition';
import type { RecordDoc } from '../src/api/types/record';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
const { eachOf, movesOf } = await import('../src/record/deeds');
const { addressOf, contentOf, viewQuery } = await import('../src/record/savedviews');

const text = (word: string) => ({ sv: word, en: word });
const record = (id: string, state: string, severity: number | null) =>
  ({ id, kind: 'theft', state, severity, fields: {} }) as unknown as RecordDoc;
const kind = {
  kind: 'theft',
  fields: [],
  transitions: [
    { id: 'triage', from: ['received'], to: 'triaged', label: text('Triage'), requires: ['severity'] },
    { id: 'close', from: ['triaged'], to: 'closed', label: text('Close'), reason: 'required' },
    { id: 'reopen', from: ['closed'], to: 'triaged', label: text('Reopen') },
  ],
} as unknown as KindDefinition;

describe('what is done with many', () => {
  it('goes on after a failure and tells which failed and why', async () => {
    const records = ['a', 'b', 'c'].map((id) => record(id, 'received', 1));
    const { done, failed } = await eachOf(records, ({ id }) =>
      id === 'b' ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    expect(done).toBe(2);
    expect(failed.map((one) => [one.record.id, one.why.length > 0])).toEqual([['b', true]]);
  });

  it('offers the steps that some can take, with what any of them lacks', () => {
    const moves = movesOf(
      [record('a', 'received', 2), record('b', 'received', null), record('c', 'triaged', 2)],
      () => kind,
    );
    expect(moves.map(({ id, missing, reason }) => [id, missing, reason])).toEqual([
      ['triage', ['severity'], 'none'],
      ['close', [], 'required'],
    ]);
  });
});

describe('saved views', () => {
  it('leave out where in the list one was, and do not depend on order', () => {
    expect(viewQuery(new URLSearchParams('kind=b&assignee=me&cursor=x&page=2'))).toBe('assignee=me&kind=b');
  });

  it('are the same address again when the platform has kept them', () => {
    const query = viewQuery(new URLSearchParams('view=map&sort=-severity&q=slag:stöld&cols=number,title&phase=open'));
    const content = contentOf('incidents.report', { name: 'a', query, role: 'reader' });
    expect(content).toMatchObject({
      query: 'phase=open&q=slag%3Ast%C3%B6ld',
      sort: '-severity',
      columns: ['number', 'title'],
      shape: 'map',
      role: 'reader',
    });
    expect(addressOf(content as never)).toBe(query);
  });
});

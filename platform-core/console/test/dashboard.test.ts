import { describe, expect, it, vi } from 'vitest';
import type { Dashboard, Dashboards, Widget } from '../src/api/types/dashboard';
import type { Area } from '../src/api/types/session';

const history = { state: null as unknown, pushState: vi.fn(), replaceState: vi.fn() };
vi.stubGlobal('location', { pathname: '/console/', search: '' });
vi.stubGlobal('history', history);
const {
  added,
  boardShown,
  contentOf,
  freshId,
  isMissing,
  isSame,
  moved,
  MOST_WIDGETS,
  replaced,
  restored,
  template,
  without,
} = await import('../src/dashboard/layout');
const { widgetName } = await import('../src/dashboard/naming');
const { isReachable } = await import('../src/dashboard/reach');
const { navigation } = await import('../src/shell/areas');
const { go, keepHere } = await import('../src/shell/router');
const { asked } = await import('../src/chart/asked');

const text = (name: string) => ({ sv: name, en: name });
const area = (module: string, may: ('read' | 'create')[], contributes: Area['contributes'] = {}): Area => ({
  module,
  version: '1',
  revision: '1',
  title: text(module),
  records: [
    { type: `${module}.report`, path: 'reports', title: text('Report'), titles: text(`${module} reports`), may },
  ],
  contributes,
});
const board = (id: string, change: Partial<Dashboard> = {}): Dashboard => ({
  id,
  name: id,
  audience: 'own',
  owner: { id: 'me', name: 'Me' },
  own: true,
  mayChange: true,
  widgets: [],
  version: 1,
  updatedAt: '2026-01-01T00:00:00Z',
  ...change,
});
const all = (items: Dashboard[], home: string | null = null): Dashboards => ({ items, home, mayManage: false });
const note = (id: string): Widget => ({ id, kind: 'text', width: 'third', text: id });
const ids = (widgets: Widget[]) => widgets.map(({ id }) => id).join('');
const three = [note('a'), note('b'), note('c')];

describe('the first page', () => {
  const own = board('own');
  const role = board('role', { audience: 'role', role: 'r', own: false });
  const every = board('every', { audience: 'all', own: false });

  it('is the dashboard of the address', () => {
    expect(boardShown(all([own, role], 'own'), 'role')).toBe(role);
    expect(boardShown(all([own, role], 'own'), 'day')).toBeNull();
  });

  it('is otherwise the one that was chosen, else that of a role, else the built-in', () => {
    expect(boardShown(all([role, own], 'own'), null)).toBe(own);
    expect(boardShown(all([own, every, role]), null)).toBe(role);
    expect(boardShown(all([own, every]), null)).toBeNull();
    expect(boardShown(all([]), null)).toBeNull();
  });

  it('is the usual one when the named or the chosen is gone', () => {
    expect(boardShown(all([own, role], 'gone'), 'gone too')).toBe(role);
    expect(isMissing(all([own]), 'gone')).toBe(true);
    expect(isMissing(all([own]), 'own')).toBe(false);
    expect(isMissing(all([own]), 'day')).toBe(false);
    expect(isMissing(all([own]), null)).toBe(false);
  });
});

describe('widgets', () => {
  it('get ids that are free and a width that suits them', () => {
    const next = added(added([], { kind: 'signals' }), { kind: 'text', text: 'x', width: 'full' });
    expect(next.map(({ width }) => width)).toEqual(['third', 'full']);
    expect(new Set(next.map(({ id }) => id)).size).toBe(2);
    const taken = [note(freshId([]))];
    for (let at = 0; at < 50; at++) taken.push(note(freshId(taken)));
    expect(new Set(taken.map(({ id }) => id)).size).toBe(51);
    for (const { id } of taken) expect(id).toMatch(/^[A-Za-z0-9-]{1,40}$/);
  });

  it('are at most so many', () => {
    const full = Array.from({ length: MOST_WIDGETS }, (_, at) => note(`n${at}`));
    expect(added(full, { kind: 'work' })).toBe(full);
    expect(restored(full, note('x'), 0)).toBe(full);
  });

  it('move by steps and stay at the ends', () => {
    expect(ids(moved(three, 'a', 1))).toBe('bac');
    expect(ids(moved(three, 'c', -1))).toBe('acb');
    expect(ids(moved(three, 'b', -9))).toBe('bac');
    expect(moved(three, 'a', -1)).toBe(three);
    expect(moved(three, 'c', 1)).toBe(three);
    expect(moved(three, 'none', 1)).toBe(three);
  });

  it('come back where they were', () => {
    expect(ids(without(three, 'b'))).toBe('ac');
    expect(ids(restored(without(three, 'b'), note('b'), 1))).toBe('abc');
    expect(ids(restored([], note('b'), 1))).toBe('b');
    expect(restored(three, note('b'), 1)).toBe(three);
    expect(replaced(three, { ...note('b'), text: 'new' })[1]?.text).toBe('new');
  });
});

describe('a dashboard', () => {
  it('is sent without what only the platform knows', () => {
    const sent = contentOf(board('x', { name: ' Mine ', role: 'r', widgets: three }));
    expect(sent).toEqual({ name: 'Mine', audience: 'own', widgets: three });
    expect(contentOf(board('x', { audience: 'role', role: 'r' })).role).toBe('r');
  });

  it('is the same while nothing was changed', () => {
    const one = board('x', { widgets: three });
    expect(isSame(one, { name: 'x', audience: 'own', role: null, widgets: [...three] })).toBe(true);
    expect(isSame(one, { ...one, widgets: moved(three, 'a', 1) })).toBe(false);
  });

  it('begins with what most want to see, of the first type', () => {
    navigation.set({ areas: [area('fire', ['read'])], administration: [] });
    const [found] = navigation.value!.areas.map((one) => ({ area: one, record: one.records[0]! }));
    const widgets = template(found!);
    expect(widgets.map(({ kind }) => kind)).toEqual(['work', 'deadlines', 'chart', 'chart', 'records', 'signals']);
    expect(new Set(ids(widgets)).size).toBeGreaterThan(1);
    const [line, bars] = widgets.filter(({ kind }) => kind === 'chart').map(({ chart }) => chart!);
    expect(line?.shape).toBe('line');
    expect(asked(line!.query)).toMatchObject({ types: ['fire.report'], dimensions: ['month'], measures: ['count'] });
    expect(asked(bars!.query)).toMatchObject({ types: ['fire.report'], dimensions: ['kind'] });
    expect(line?.query).toContain('occurredAt=last-12-months');
    expect(line?.title).not.toBe('');
    expect(widgets.every(isReachable)).toBe(true);
    expect(template(null).map(({ kind }) => kind)).toEqual(['work', 'deadlines', 'signals']);
  });
});

describe('what can be seen', () => {
  const chart = (type: string): Widget => ({
    id: 'c',
    kind: 'chart',
    width: 'half',
    chart: { title: 'A chart', shape: 'bars', query: `type=${type}&dimensions=kind&measures=count` },
  });
  const part: Widget = { id: 'm', kind: 'module', width: 'third', module: 'fire', contribution: 'today' };

  it('is what this person may read, of areas that are there', () => {
    navigation.set({
      areas: [
        area('fire', ['read'], { 'home/widget/v1': [{ id: 'today', title: text('Today'), module: 'w.js' }] }),
        area('theft', ['create']),
      ],
      administration: [],
    });
    expect(isReachable(chart('fire.report'))).toBe(true);
    expect(isReachable(chart('theft.report'))).toBe(false);
    expect(isReachable(chart('gone.report'))).toBe(false);
    expect(isReachable({ id: 'r', kind: 'records', width: 'half', type: 'theft.report', which: 'mine' })).toBe(false);
    expect(isReachable(part)).toBe(true);
    expect(isReachable({ ...part, contribution: 'other' })).toBe(false);
    navigation.set({ areas: [], administration: [] });
    expect(isReachable(part)).toBe(false);
    expect(isReachable(note('t'))).toBe(true);
  });

  it('is called by its title, else by what it is', () => {
    navigation.set({
      areas: [area('fire', ['read'], { 'home/widget/v1': [{ id: 'today', title: text('Today'), module: 'w.js' }] })],
      administration: [],
    });
    expect(widgetName(part)).toBe('Today');
    expect(widgetName({ ...part, title: 'Mine' })).toBe('Mine');
    expect(widgetName(chart('fire.report'))).toBe('A chart');
  });
});

describe('unsaved work', () => {
  it('is asked about before the place changes', () => {
    let leave: (() => void) | null = null;
    let dirty = true;
    const free = keepHere((on) => {
      leave = on;
      return dirty;
    });
    go('/console/work');
    expect(history.pushState).not.toHaveBeenCalled();
    dirty = false;
    leave!();
    expect(history.pushState).toHaveBeenCalledWith(null, '', '/console/work');
    dirty = true;
    free();
    go('/console/map');
    expect(history.pushState).toHaveBeenCalledTimes(2);
  });
});

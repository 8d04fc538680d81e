import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cube } from '../src/api/types/insight';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
const { asked, chartAddress, chartIn, cubeQuery, hasPeriod, mapQuery, queryOf } = await import('../src/chart/asked');
const { gridOf } = await import('../src/chart/grid');
const { curvesOf } = await import('../src/chart/curves');
const { steps } = await import('../src/chart/dimensions');
const { fitted, misfit } = await import('../src/chart/naming');
const { measure } = await import('../src/chart/measures');
const { mapAreas } = await import('../src/chart/areas');
const { earlierLink, linkOf, listLink } = await import('../src/chart/scene');
const { navigation } = await import('../src/shell/areas');
const { periodIn } = await import('../src/record/period');

const words = { type: null, units: [], labels: new Map<string, string>() };
const text = (name: string) => ({ sv: name, en: name });
const cube = (cells: Cube['cells'], total: number, dimensions: string[] = [], previous?: Cube['previous']): Cube => ({
  cells,
  total,
  dimensions: dimensions.map((id) => ({
    id,
    title: text(id),
    values: [...new Set(cells.map((cell) => String(cell[id])))].map((key) => ({ key, label: text(`${id} ${key}`) })),
  })),
  ...(previous ? { previous } : {}),
});
const count = measure('count');

const byMonthAndKind = cube(
  [
    { month: '2026-01', kind: 'theft', count: 2 },
    { month: '2026-01', kind: 'none', count: 9 },
    { month: '2026-03', kind: 'theft', count: 3 },
    { month: '2026-03', kind: 'fire', count: 1 },
  ],
  15,
  ['month', 'kind'],
);

describe('the question of a chart', () => {
  const query =
    'type=incidents.report&dimensions=month,kind&measures=count,mean:fields.cost&compare=previous-period&kind=theft&kind=fire&occurredAt=2026-01-01..2026-03-31';

  it('is the same after it was read and written', () => {
    expect(cubeQuery(asked(query))).toBe(query);
    expect(mapQuery(asked('type=a.b&zoom=9&detail=2&bbox=12,55,13,56'))).toBe(
      'type=a.b&zoom=9&detail=2&bbox=12,55,13,56',
    );
  });

  it('stands in the address of the analysis', () => {
    const address = chartAddress({ shape: 'line', query });
    expect(address).toBe(`/console/analysis?shape=line&${query}`);
    expect(chartIn(new URLSearchParams(address.split('?')[1]))).toEqual({ title: '', shape: 'line', query });
    expect(chartIn(new URLSearchParams('type=a.b'))).toBeNull();
    expect(chartIn(new URLSearchParams('shape=pie'))).toBeNull();
  });

  it('counts when nothing else is said, and leaves out what cannot be', () => {
    const question = asked('type=a.b&dimensions=a,b,c,d,a&compare=never&zoom=99&detail=7&sort=title');
    expect(question.measures).toEqual(['count']);
    expect(question.dimensions).toEqual(['a', 'b', 'c']);
    expect(question.compare).toBeNull();
    expect([question.zoom, question.detail]).toEqual([20, 3]);
    expect([...question.filters]).toEqual([]);
  });

  it('of a map without dimensions goes to the map, and with one to the cube', () => {
    expect(queryOf('map', asked('type=a.b&measures=count&kind=x'))).toBe('type=a.b&kind=x');
    expect(queryOf('map', asked('type=a.b&dimensions=area'))).toBe('type=a.b&dimensions=area&measures=count');
  });

  it('can be compared when one filter says one period', () => {
    expect(hasPeriod(asked('occurredAt=last-12-months'))).toBe(true);
    expect(hasPeriod(asked('year=2026'))).toBe(true);
    expect(hasPeriod(asked('year=2026&year=2025'))).toBe(false);
    expect(hasPeriod(asked('kind=x'))).toBe(false);
  });
});

describe('a grid', () => {
  it('has sums that equal the total', () => {
    const grid = gridOf(asked('dimensions=month,kind'), byMonthAndKind, null);
    const sum = (numbers: (number | null)[]) => numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
    expect(sum(grid.rows.map((row) => grid.ofRow(row, count).now))).toBe(15);
    expect(sum(grid.columns.map((column) => grid.ofColumn(column, count).now))).toBe(15);
    expect(grid.ofAll(count).now).toBe(15);
  });

  it('has the months between too: zero of counts, nothing of means', () => {
    const answer = cube([{ month: '2026-01', count: 1, 'mean:age': 5 }, { month: '2026-03', count: 2, 'mean:age': 7 }], 3, ['month']); // prettier-ignore
    const grid = gridOf(
      asked('dimensions=month&measures=count,mean:age&occurredAt=2025-12-01..2026-03-31'),
      answer,
      null,
    );
    expect(grid.rows.map(({ key }) => key)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
    const values = (id: string) => grid.rows.map((row) => grid.at(row, grid.columns[0]!, measure(id)).now);
    expect(values('count')).toEqual([0, 1, 0, 2]);
    expect(values('mean:age')).toEqual([null, 5, null, 7]);
  });

  it('puts what is not set last, and the largest first', () => {
    const grid = gridOf(asked('dimensions=month,kind'), byMonthAndKind, null);
    expect(grid.columns.map(({ key }) => key)).toEqual(['theft', 'fire', 'none']);
  });

  it('takes sums of what does not add up from the cube, and has none of a frozen answer', () => {
    const answer = cube([{ kind: 'a', 'median:age': 2 }, { kind: 'b', 'median:age': 10 }], 9, ['kind']); // prettier-ignore
    const question = asked('dimensions=kind&measures=median:age');
    const all = cube([{ 'median:age': 3 }], 9);
    const median = measure('median:age');
    expect(gridOf(question, answer, { all, rows: null, columns: null }).ofAll(median).now).toBe(3);
    expect(gridOf(question, answer, null, true).ofAll(median).now).toBeNull();
  });

  it('stands beside the period before, with the keys of that', () => {
    const answer = cube(
      [
        { month: '2026-03', count: 4, previous: { month: '2025-03', count: 1 } },
        { month: '2026-02', count: 0, previous: { month: '2025-02', count: 5 } },
      ],
      4,
      ['month'],
      { occurredAt: '2025-02-01..2025-03-31', total: 6 },
    );
    const grid = gridOf(asked('dimensions=month&compare=same-period-last-year&month=2026-03'), answer, null);
    expect(grid.rows.map((row) => grid.at(row, grid.columns[0]!, count))).toEqual([
      { now: 0, before: 5 },
      { now: 4, before: 1 },
    ]);
    expect(grid.ofAll(count)).toEqual({ now: 4, before: 6 });
    expect(grid.rows.map(({ before }) => before['month'])).toEqual(['2025-02', '2025-03']);
  });

  it('of three dimensions has rows of two', () => {
    const answer = cube([{ kind: 'a', phase: 'open', severity: '2', count: 4 }], 4, ['kind', 'phase', 'severity']);
    const grid = gridOf(asked('dimensions=kind,phase,severity'), answer, null);
    expect(grid.rows.map(({ name }) => name)).toEqual(['kind a · phase open']);
    expect(grid.at(grid.rows[0]!, grid.columns[0]!, count).now).toBe(4);
    expect(grid.ofRow(grid.rows[0]!, count).now).toBe(4);
  });

  it('is one number without dimensions', () => {
    const grid = gridOf(asked('measures=count'), cube([{ count: 7 }], 7), null);
    expect(grid.ofAll(count).now).toBe(7);
  });
});

describe('lines', () => {
  it('are the eight largest and the rest together', () => {
    const kinds = Array.from({ length: 11 }, (_, at) => ({ month: '2026-01', kind: `k${at}`, count: 20 - at }));
    const total = kinds.reduce((sum, one) => sum + one.count, 0);
    const grid = gridOf(asked('dimensions=month,kind'), cube(kinds, total, ['month', 'kind']), null);
    const { curves, left } = curvesOf(grid, () => '');
    expect(curves).toHaveLength(9);
    expect(curves[8]).toMatchObject({ values: [12 + 11 + 10], rest: true });
    expect(curves.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(total);
    expect(left).toBe(0);
  });

  it('of means have no rest, and gaps where there is nothing', () => {
    const cells = Array.from({ length: 9 }, (_, at) => ({ month: `2026-0${1 + (at % 2) * 2}`, kind: `k${at}`, 'mean:age': at })); // prettier-ignore
    const grid = gridOf(asked('dimensions=month,kind&measures=mean:age'), cube(cells, 9, ['month', 'kind']), null);
    const { curves, left } = curvesOf(grid, () => '');
    expect([curves.length, left]).toEqual([8, 1]);
    expect(curves.find(({ name }) => name === 'kind k8')?.values).toEqual([8, null, null]);
  });
});

it('a shape says what it cannot show, and what it could', () => {
  expect(misfit('figure', asked('dimensions=kind'))).toBe('chart.misfit.figure');
  expect(misfit('line', asked('dimensions=kind'))).toBe('chart.misfit.line');
  expect(misfit('line', asked('dimensions=kind,month'))).toBeNull();
  expect(misfit('bars', asked('dimensions=kind,month'))).toBe('chart.misfit.bars');
  expect(misfit('heat', asked('dimensions=kind'))).toBe('chart.misfit.heat');
  expect(misfit('map', asked('dimensions=kind'))).toBe('chart.misfit.map');
  for (const shape of ['figure', 'table', 'line', 'bars', 'heat', 'map'] as const)
    for (const dimensions of ['', 'kind', 'month', 'kind,month', 'kind,unit,severity', 'area'])
      expect(misfit(shape, fitted(shape, asked(`dimensions=${dimensions}`)))).toBeNull();
});

it('steps of the calendar follow each other over the turn of the year', () => {
  expect(steps('week', '2025-12-25', '2026-01-07')).toEqual(['2025-W52', '2026-W01', '2026-W02']);
  expect(steps('month', '2025-11-30', '2026-01-01')).toEqual(['2025-11', '2025-12', '2026-01']);
  expect(steps('year', '2024-05-01', '2026-01-01')).toEqual(['2024', '2025', '2026']);
});

it('periods by name are the days that the platform means', () => {
  const on = '2026-11-24';
  expect(periodIn('last-30-days', on)).toEqual({ from: '2026-10-26', to: on });
  expect(periodIn('last-12-months', on)).toEqual({ from: '2025-11-25', to: on });
  expect(periodIn('this-week', on)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(periodIn('last-quarter', on)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  expect(periodIn('2026-02', on)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodIn('2026-Q1..', on)).toEqual({ from: '2026-01-01', to: '' });
  expect(periodIn('..yesterday', on)).toEqual({ from: '', to: '2026-11-23' });
  expect(periodIn('senaste-30-dagarna', on)).toEqual({ from: '', to: '' });
});

it('areas are as dark as they are many, and those without any are there too', () => {
  const ring: [number, number][] = [[12, 56], [13, 56], [13, 57], [12, 57], [12, 56]]; // prettier-ignore
  const features = ['a', 'b'].map((id) => ({
    id,
    properties: { name: id.toUpperCase() },
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  }));
  const areas = mapAreas({ features }, (id) => ({ value: id === 'a' ? 4 : 0, words: '', address: null }));
  expect(areas.map(({ name, step }) => [name, step])).toEqual([['A', 5], ['B', 0]]); // prettier-ignore
  expect(areas[0]?.outline).toMatch(/^M[-\d. L]+Z$/);
});

describe('links', () => {
  beforeAll(() => {
    const record = { type: 'a.b', path: 'bs', title: text('b'), titles: text('b'), may: ['read' as const] };
    const area = { module: 'a', version: '1', revision: '1', title: text('a'), records: [record] };
    navigation.set({ areas: [area], administration: [] });
  });
  afterAll(() => navigation.set(null));

  it('list exactly the records of a number, and those of the period before', () => {
    const question = asked('type=a.b&dimensions=month&compare=previous-period&unit=u&occurredAt=2026-03');
    const answer = cube([{ month: '2026-03', count: 4, previous: { month: '2026-02', count: 1 } }], 4, ['month'], {
      occurredAt: '2026-02-01..2026-02-28',
      total: 1,
    });
    const grid = gridOf(question, answer, null);
    const scene = { question, grid, words, title: '', link: listLink(question) };
    const [row] = grid.rows;
    const value = grid.at(row!, grid.columns[0]!, count);
    expect(linkOf(scene, value, count, row!)).toBe('/console/a/a/bs?unit=u&occurredAt=2026-03&month=2026-03');
    expect(earlierLink(scene, value, count, row!)).toBe(
      '/console/a/a/bs?unit=u&occurredAt=2026-02-01..2026-02-28&month=2026-02',
    );
    expect(linkOf(scene, { now: 0, before: 0 }, count, row!)).toBeNull();
  });

  it('lead nowhere when what is counted cannot be listed', () => {
    expect(listLink(asked('type=other.type'))({})).toBeNull();
    expect(listLink(asked('dimensions=type'))({ type: 'a.b' })).toBe('/console/a/a/bs');
  });
});

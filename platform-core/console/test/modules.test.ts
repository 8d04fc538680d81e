import { describe, expect, it, vi } from 'vitest';
import type { Account, Change, Operation, Plan, Step } from '../src/api/types/modules';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
vi.stubGlobal('HTMLElement', class {});
const { laidOut } = await import('../src/admin/steps');
const { isLiveAlready, isUnreadable, lacksTrust, waitsLong } = await import('../src/admin/verdict');
const { grouped } = await import('../src/admin/changes');
const { figures, span } = await import('../src/admin/figures');
const { causeOf } = await import('../src/admin/operations');
const { commonName } = await import('../src/admin/names');
const { isNewer } = await import('../src/admin/versions');
const { bytes } = await import('../src/i18n/size');

const text = (words: string) => ({ sv: words, en: words });
const step = (id: string): Step => ({ id, title: text(id), detail: text(id), millis: 1 });
const plan = (differences: Partial<Plan>): Plan => ({
  hash: 'a1',
  module: 'incidents',
  title: text('Incidents'),
  from: '1.0.0',
  to: '1.1.0',
  possible: true,
  problems: [],
  warnings: [],
  pause: { millis: 0, budget: 3000 },
  restarts: [],
  steps: [step('verify'), step('stage')],
  sql: [],
  changes: [],
  madeAt: '2026-11-22T10:00:00Z',
  ...differences,
});

describe('an operation under way', () => {
  const expected = ['verify', 'stage', 'commit'].map(step);
  const progress = { kind: 'update', module: 'a', actor: 'b', startedAt: '' } as const;
  const looks = (steps: ReturnType<typeof laidOut>) => steps.map((one) => `${one.step.id} ${one.look}`);

  it('has steps that are done, one under way, and those to come', () => {
    const at = { ...progress, done: [step('verify')], now: step('stage') };
    expect(looks(laidOut(expected, at))).toEqual(['verify done', 'stage now', 'commit next']);
  });

  it('shows what nobody expected, and everything expected before the first answer', () => {
    expect(looks(laidOut([], { ...progress, done: [step('cause')], now: null }))).toEqual(['cause done']);
    expect(looks(laidOut(expected, null))).toEqual(['verify next', 'stage next', 'commit next']);
  });
});

describe('a plan', () => {
  const words = text('Not signed. Ask for a signed file.');

  it('is offered for countersigning only when its signature is what stands in the way', () => {
    const unsigned = { state: 'unsigned', words } as const;
    const refused = { possible: false, problems: [words] };
    expect(lacksTrust(plan({ ...refused, signature: unsigned }))).toBe(true);
    expect(lacksTrust(plan({ ...refused, signature: { state: 'tampered', words } }))).toBe(false);
    expect(lacksTrust(plan({ possible: false, problems: [text('Facilities are missing')], signature: unsigned }))).toBe(
      false,
    );
    expect(lacksTrust(plan({ signature: unsigned }))).toBe(false);
    expect(lacksTrust(plan(refused))).toBe(false);
  });

  it('asks for agreement when people wait longer than the budget', () => {
    expect(waitsLong(plan({ pause: { millis: 3000, budget: 3000 } }))).toBe(false);
    expect(waitsLong(plan({ pause: { millis: 3001, budget: 3000 } }))).toBe(true);
  });

  it('says when there is nothing to do, and when the file is no module', () => {
    expect(isLiveAlready(plan({ steps: [step('verify')] }))).toBe(true);
    expect(isLiveAlready(plan({}))).toBe(false);
    expect(isUnreadable(plan({ module: '' }))).toBe(true);
  });

  it('names changes by kind, what people meet first, and none is left out', () => {
    const change = (what: string): Change => ({ kind: 'added', what, id: what, detail: text(what) });
    const groups = grouped(['route', 'permission', 'something-new', 'page', 'page'].map(change));
    expect(groups.map(({ name, changes }) => [name, changes.length])).toEqual([
      ['change.page', 2],
      ['change.permission', 1],
      ['change.route', 1],
      ['change.other', 1],
    ]);
  });
});

describe('figures of a module', () => {
  const account: Account = {
    module: 'incidents',
    since: '2026-11-22T10:00:00Z',
    requests: 200,
    errors: 3,
    refused: 7,
    seconds: 10,
    p50: 0.0124,
    p99: 1.84,
    cpuSeconds: 1,
    allocatedBytes: 82_400_000,
    statements: 900,
    statementSeconds: 2,
    schemaBytes: 184_300_000,
    limits: {},
  };
  const shown = (of: Account) => Object.fromEntries(figures(of).map(({ name, value }) => [name, value]));

  it('are for each request where that says more', () => {
    expect(shown(account)).toEqual({
      'account.requests': '200',
      'account.errors': '3',
      'account.median': '12 ms',
      'account.p99': '1,8 s',
      'account.cpu': '5 ms',
      'account.memory': '412 kB',
      'account.statements': '4,5',
      'account.size': '184 MB',
    });
  });

  it('are dashes, not errors, before the first request', () => {
    const values = Object.values(shown({ ...account, requests: 0, errors: 0, schemaBytes: null }));
    expect(values).toEqual(['0', '0', '–', '–', '–', '–', '–', '–']);
  });

  it('stay short whatever their size', () => {
    expect([0, 512, 1400, 48_230_111, 3e12].map(bytes)).toEqual(['0 B', '512 B', '1,4 kB', '48 MB', '3 TB']);
    expect([0.00042, 0.0124, 12.4].map(span)).toEqual(['0,4 ms', '12 ms', '12 s']);
  });
});

it('an operation of the platform itself has a cause', () => {
  const operation = { steps: [step('cause'), step('verify')] } as Operation;
  expect(causeOf(operation)?.id).toBe('cause');
  expect(causeOf({ ...operation, steps: [step('verify')] })).toBeUndefined();
});

it('a certificate is called by the name in its subject', () => {
  expect(commonName('CN=Sundby IT\\, drift,O=Sundby kommun,C=SE')).toBe('Sundby IT, drift');
  expect(commonName('O=Sundby kommun, CN=Sundby IT')).toBe('Sundby IT');
  expect(commonName('O=Sundby kommun')).toBe('O=Sundby kommun');
});

describe('a version', () => {
  it('is newer by its first part that differs', () => {
    expect(isNewer('1.10.0', '1.9.3')).toBe(true);
    expect(isNewer('2.0.0', '1.9.9')).toBe(true);
    expect(isNewer('1.0.0', '1.0.0')).toBe(false);
    expect(isNewer('1.0.0', '1.2.0')).toBe(false);
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Area } from '../src/api/types/session';

vi.stubGlobal('location', { pathname: '/console/', search: '' });
const { contributions, pick } = await import('../src/extension/contributions');

const area = (contributes: Record<string, object[]>): Area => ({
  module: 'my-area',
  version: '1.0.0',
  revision: '1.0.0-abc',
  title: { sv: 'Mitt', en: 'Mine' },
  records: [],
  contributes,
});

describe('contributions', () => {
  it('lie under the revision that brings them', () => {
    const [widget] = contributions('home/widget/v1', [area({ 'home/widget/v1': [{ id: 'a', module: 'js/a.js' }] })]);
    expect(widget?.file).toBe('/modules/my-area/1.0.0-abc/js/a.js');
    expect(widget?.title).toEqual({ sv: 'Mitt', en: 'Mine' });
  });

  it('that say nothing useful, or lead elsewhere, are left out', () => {
    const declared = [{}, { id: 'a' }, { id: 'a', module: '../../other/x.js' }, { id: 'a', module: 3 }];
    expect(contributions('home/widget/v1', [area({ 'home/widget/v1': declared })])).toEqual([]);
  });

  it('are picked by point, or by point and id', () => {
    const [one] = contributions('record/tab/v1', [area({ 'record/tab/v1': [{ id: 'a', module: 'a.js' }] })]);
    const show = () => undefined;
    expect(pick({ 'record/tab/v1': show }, one!)).toBe(show);
    expect(pick({ 'record/tab/v1': { a: show } }, one!)).toBe(show);
    expect(() => pick({}, one!)).toThrow('record/tab/v1 a');
  });
});

it('the content security policy names the import map as it stands in the page', () => {
  const map = /<script type="importmap">([^]*?)<\/script>/.exec(readFileSync('index.html', 'utf8'))?.[1] ?? '';
  const hash = createHash('sha256').update(map).digest('base64');
  const policy = readFileSync('../web/src/main/java/org/vaksam/web/http/SecurityHeaders.java', 'utf8');
  expect(policy).toContain(`'sha256-${hash}'`);
});

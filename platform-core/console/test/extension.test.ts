import { describe, expect, it, vi } from 'vitest';
import policy from '../../web/src/main/java/org/vaksam/web/http/SecurityHeaders.java?raw';
import page from '../index.html?raw';
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

it('the content security policy names the import map as it stands in the page', async () => {
  const map = /<script type="importmap">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(map)));
  expect(policy).toContain(`'sha256-${btoa(String.fromCharCode(...digest))}'`);
});

import { beforeEach, expect, test, vi } from 'vitest';
import type { RecordDoc } from '../src/api/types/record';
import { ReleaseDialog } from '../src/record/release';

beforeEach(() => vi.stubGlobal('fetch', () => Promise.reject(new Error('no network'))));

function opened(record: Partial<RecordDoc>): ReleaseDialog {
  const dialog = new ReleaseDialog();
  dialog.record = record as RecordDoc;
  dialog.querySelector = () => null;
  dialog.connectedCallback();
  return dialog;
}

test('nothing is masked by a provision that nobody chose', () => {
  const dialog = opened({ secrecy: 'internal' });
  dialog['hide']('title');
  expect(dialog['masks']).toEqual([]);
  expect(dialog['lacking']).toBe(true);
  dialog['ground'] = 'OSL 26:1';
  dialog['hide']('title');
  expect(dialog['masks']).toEqual([{ field: 'title', ground: 'OSL 26:1' }]);
  expect(dialog['lacking']).toBe(false);
});

test('the provision of the record is where one begins', () => {
  expect(opened({ secrecy: 'restricted', secrecyGround: 'OSL 21:1' })['ground']).toBe('OSL 21:1');
});

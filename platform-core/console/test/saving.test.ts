import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordDoc } from '../src/api/types/record';
import type { FormField } from '../src/record/fields';
import { saveValue } from '../src/record/saving';

const TITLE: FormField = { id: 'title', header: true, type: 'text', label: 'Title', required: true };

/** A platform with one record, which refuses a change of another version than it has. */
class Platform {
  now = { version: 1, title: 'Bike stolen', description: 'Blue' } as unknown as RecordDoc & { description: string };

  readonly answer = (_: unknown, { method, headers, body }: RequestInit): Promise<Response> => {
    if (method !== 'PATCH') return Promise.resolve(this.record());
    if ((headers as Record<string, string>)['If-Match'] !== `"${this.now.version}"`)
      return Promise.resolve(new Response('{"type":"about:blank","status":412}', { status: 412 }));
    this.change(JSON.parse(body as string) as object);
    return Promise.resolve(this.record());
  };

  change(to: object): void {
    this.now = { ...this.now, ...to, version: this.now.version + 1 };
  }

  private record = () =>
    new Response(JSON.stringify(this.now), { status: 200, headers: { ETag: `"${this.now.version}"` } });
}

describe('a value that is saved', () => {
  let platform: Platform;

  beforeEach(() => {
    platform = new Platform();
    vi.stubGlobal('fetch', platform.answer);
  });

  afterEach(() => vi.unstubAllGlobals());

  it('leaves alone what another changed elsewhere', async () => {
    const base = platform.now;
    platform.change({ description: 'Red' });
    const saved = await saveValue('record', TITLE, 'Two bikes stolen', base);
    expect(saved.conflict).toBe(false);
    expect(platform.now).toMatchObject({ version: 3, title: 'Two bikes stolen', description: 'Red' });
  });

  it('does not overwrite the same value in the words of another', async () => {
    const base = platform.now;
    platform.change({ title: 'Moped stolen' });
    const saved = await saveValue('record', TITLE, 'Two bikes stolen', base);
    expect(saved).toMatchObject({ conflict: true, etag: '"2"', body: { title: 'Moped stolen' } });
    expect(platform.now.title).toBe('Moped stolen');
    expect((await saveValue('record', TITLE, 'Two bikes stolen', saved.body)).conflict).toBe(false);
    expect(platform.now.title).toBe('Two bikes stolen');
  });

  it('gives up on a record that never stands still', async () => {
    const base = platform.now;
    vi.stubGlobal('fetch', (address: unknown, init: RequestInit) => {
      const answer = platform.answer(address, init);
      if (init.method !== 'PATCH') platform.change({ description: 'Again' });
      return answer;
    });
    platform.change({ description: 'Red' });
    await expect(saveValue('record', TITLE, 'Two bikes stolen', base)).rejects.toMatchObject({ status: 412 });
  });
});

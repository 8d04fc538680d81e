import { expect, test } from 'vitest';
import { Trying } from '../src/kit/trying';

class Deeds extends Trying {
  readonly tryTo = (work: () => unknown) => this.attempt(work);

  get now(): { trouble: unknown; busy: boolean } {
    return { trouble: this.trouble, busy: this.busy };
  }
}
customElements.define('test-deeds', Deeds);

test('what went wrong is kept until something works', async () => {
  const deeds = new Deeds();
  const refused = new Error('no');
  expect(await deeds.tryTo(() => Promise.reject(refused))).toBe(false);
  expect(deeds.now).toEqual({ trouble: refused, busy: false });
  const going = deeds.tryTo(() => Promise.resolve());
  expect(deeds.now).toEqual({ trouble: refused, busy: true });
  expect(await going).toBe(true);
  expect(deeds.now).toEqual({ trouble: null, busy: false });
});

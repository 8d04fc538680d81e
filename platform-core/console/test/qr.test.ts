import { describe, expect, it } from 'vitest';
import { path } from '../src/kit/qr';

describe('a QR code', () => {
  it('is one stroke for every run of dark modules', () => {
    expect(
      path([
        [true, true, false],
        [false, false, true],
      ]),
    ).toBe('M0 0h2v1H0zM2 1h1v1H2z');
  });
});

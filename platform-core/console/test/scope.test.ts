import { describe, expect, it } from 'vitest';
import { chosen } from '../src/admin/scope';

describe('the scope of a token', () => {
  it('is everything when nothing is ticked, otherwise just that', () => {
    const form = new FormData();
    expect(chosen(form)).toEqual(['*']);
    form.append('permissions', 'incidents:report:read');
    form.append('permissions', 'platform:modules:read');
    expect(chosen(form)).toEqual(['incidents:report:read', 'platform:modules:read']);
  });
});

import { describe, expect, it } from 'vitest';
import { placeBeside } from '../src/record/names';

const beside = (title: string, name?: string) => placeBeside({ title, place: name === undefined ? null : { name } });

describe('the place beside a title', () => {
  it('is not repeated when the title ends with it', () => {
    expect(beside('Brand, Nacka', 'Nacka')).toBe('');
    expect(beside('Brand i nacka', 'Nacka')).toBe('');
  });

  it('is shown when the title does not name it', () => {
    expect(beside('Brand', 'Nacka')).toBe('Nacka');
    expect(beside('Brand i Boo', 'Nacka')).toBe('Nacka');
  });

  it('is shown when the title only ends with the same letters', () => {
    expect(beside('Larm vid Storö', 'Ö')).toBe('Ö');
  });

  it('is shown when it is the whole title', () => {
    expect(beside('Nacka', 'Nacka')).toBe('Nacka');
  });

  it('is empty without a place', () => {
    expect(beside('Brand')).toBe('');
    expect(beside('', '')).toBe('');
  });
});

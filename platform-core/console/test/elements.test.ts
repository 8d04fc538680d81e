import { expect, it } from 'vitest';

it('every element has a name of its own', () => {
  const sources = import.meta.glob<string>('../src/**/*.ts', { query: '?raw', import: 'default', eager: true });
  const names = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/customElement\('([a-z-]+)'\)/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

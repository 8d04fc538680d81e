import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import { defineConfig, type Plugin } from 'vite';

const OUTPUT = 'target/classes/META-INF/console';
const require = createRequire(import.meta.url);

/** Coast and borders around the Baltic, cut out of Natural Earth (public domain) while building: the ground of every map. */
function land(): Plugin {
  const id = 'virtual:land';
  const box = { west: -32, south: 43, east: 64, north: 75 };
  const near = { west: 3, south: 54, east: 33, north: 72 };
  const within =
    ({ west, south, east, north }: Box) =>
    ([x = 0, y = 0]: number[]) =>
      x > west && x < east && y > south && y < north;
  const step = (at: number, size: number) => Math.round(at / size) / Math.round(1 / size);
  // Coarse where nobody looks closely: a third of the bytes.
  const short = (ring: number[][]) =>
    ring
      .map(([x = 0, y = 0]) =>
        within(near)([x, y]) ? [step(x, 0.005), step(y, 0.005)] : [step(x, 0.05), step(y, 0.05)],
      )
      .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1]);
  return {
    name: 'vaksam-land',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'));
      const countries = feature(topology, topology.objects.countries) as any;
      const rings: number[][][] = [];
      for (const country of countries.features) {
        if (!country.geometry) continue;
        const polygons =
          country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
        for (const polygon of polygons)
          for (const ring of polygon) if (ring.some(within(box))) rings.push(short(clip(unwrapped(ring), box)));
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(rings.filter((r) => r.length > 3)))});`;
    },
  };
}

type Box = { west: number; south: number; east: number; north: number };

/** Russia goes on east of 180 degrees instead of starting again in the west. */
const unwrapped = (ring: number[][]) =>
  ring.some(([x = 0], at) => at > 0 && Math.abs(x - (ring[at - 1]?.[0] ?? 0)) > 180)
    ? ring.map(([x = 0, y = 0]) => [x < 0 ? x + 360 : x, y])
    : ring;

/** Sutherland-Hodgman against the four sides of a box. */
function clip(ring: number[][], box: Box): number[][] {
  const sides: [(p: number[]) => boolean, (a: number[], b: number[]) => number[]][] = [
    [(p) => p[0]! >= box.west, (a, b) => cut(a, b, 0, box.west)],
    [(p) => p[0]! <= box.east, (a, b) => cut(a, b, 0, box.east)],
    [(p) => p[1]! >= box.south, (a, b) => cut(a, b, 1, box.south)],
    [(p) => p[1]! <= box.north, (a, b) => cut(a, b, 1, box.north)],
  ];
  let points = ring;
  for (const [keeps, crossing] of sides) {
    const next: number[][] = [];
    points.forEach((point, at) => {
      const before = points[(at + points.length - 1) % points.length]!;
      if (keeps(point) !== keeps(before)) next.push(crossing(before, point));
      if (keeps(point)) next.push(point);
    });
    points = next;
  }
  return points;
}

function cut(a: number[], b: number[], axis: 0 | 1, at: number): number[] {
  const share = (at - a[axis]!) / (b[axis]! - a[axis]!);
  const other = a[1 - axis]! + share * (b[1 - axis]! - a[1 - axis]!);
  return axis === 0 ? [at, other] : [other, at];
}

/** A gzip sibling beside everything worth it, so that the server never compresses the same file twice. */
function precompressed(): Plugin {
  return {
    name: 'vaksam-precompressed',
    closeBundle() {
      for (const entry of readdirSync(OUTPUT, { withFileTypes: true, recursive: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|txt)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
    },
  };
}

/** What modules import by name lies under a fixed address, named in the import map of the page; everything else carries its hash. */
const NAMED = ['lit', 'console'];

/** The same addresses while developing. */
function named(): Plugin {
  return {
    name: 'vaksam-named',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        for (const name of NAMED)
          if (request.url === `/console/${name}.js`) request.url = `/console/src/extension/${name}.ts`;
        next();
      });
    },
  };
}

export default defineConfig({
  base: '/console/',
  plugins: [land(), named(), precompressed()],
  build: {
    target: 'es2022',
    outDir: OUTPUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { index: 'index.html', lit: 'src/extension/lit.ts', console: 'src/extension/console.ts' },
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: ({ name }) => (NAMED.includes(name) ? '[name].js' : 'assets/[name]-[hash].js') },
    },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});

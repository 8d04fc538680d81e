import type { AreaFeatures } from '../api/types/insight';
import { AREA_ORIGIN, AREA_UNIT, rampStep, type MapArea } from '../insight/mapmarks';
import { project, type Point } from '../insight/mercator';

/** Points closer than so many millionths of the map are one: some twenty metres. */
const FINE = 1;

/** The number of an area and what it leads to. */
export interface AreaNumber {
  value: number | null;
  words: string;
  address: string | null;
}

/** Areas as the map draws them, the large ones below. */
export function mapAreas({ features }: AreaFeatures, numberOf: (id: string) => AreaNumber): MapArea[] {
  const shapes = features.map(({ id, properties, geometry }) => {
    const own = String(id ?? properties?.id ?? '');
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return { id: own, name: properties?.name ?? own, number: numberOf(own), ...outlined(polygons) };
  });
  const most = Math.max(...shapes.map(({ number }) => number.value ?? 0), 0);
  return shapes
    .filter(({ outline }) => outline)
    .map(({ number, ...shape }) => ({
      ...shape,
      step: rampStep(number.value ?? 0, most),
      words: number.words,
      address: number.address,
    }))
    .sort((a, b) => b.width - a.width);
}

function outlined(polygons: [number, number][][][]): Pick<MapArea, 'outline' | 'centre' | 'width' | 'corners'> {
  const low = { x: 1, y: 1 };
  const high = { x: 0, y: 0 };
  let largest: Point[] = [];
  const outline = polygons
    .flat()
    .map((ring) => {
      const points = ring.map(([longitude, latitude]) => project({ longitude, latitude }));
      if (points.length > largest.length) largest = points;
      for (const { x, y } of points) {
        low.x = Math.min(low.x, x);
        low.y = Math.min(low.y, y);
        high.x = Math.max(high.x, x);
        high.y = Math.max(high.y, y);
      }
      return path(points);
    })
    .join('');
  return { outline, centre: middle(largest), width: Math.max(high.x - low.x, 0), corners: [low, high] };
}

function path(points: Point[]): string {
  let last: Point | null = null;
  const kept: string[] = [];
  for (const point of points) {
    const x = (point.x - AREA_ORIGIN.x) * AREA_UNIT;
    const y = (point.y - AREA_ORIGIN.y) * AREA_UNIT;
    if (last && Math.abs(x - last.x) < FINE && Math.abs(y - last.y) < FINE) continue;
    last = { x, y };
    kept.push(`${x.toFixed(2)} ${y.toFixed(2)}`);
  }
  return kept.length ? `M${kept.join('L')}Z` : '';
}

/** The centre of gravity of a ring. */
function middle(ring: Point[]): Point {
  let [x, y, twice] = [0, 0, 0];
  const first = ring[0] ?? { x: 0.5, y: 0.3 };
  ring.forEach((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? first;
    const cross = (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y);
    x += (a.x + b.x - 2 * first.x) * cross;
    y += (a.y + b.y - 2 * first.y) * cross;
    twice += cross;
  });
  return Math.abs(twice) < 1e-18 ? first : { x: first.x + x / (3 * twice), y: first.y + y / (3 * twice) };
}

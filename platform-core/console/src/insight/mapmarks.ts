import { nothing, svg, type TemplateResult } from 'lit';
import type { Cluster } from '../api/types/insight';
import { number, t } from '../i18n/i18n';
import { apart, type Disc } from './apart';
import { project, type Degrees, type Point } from './mercator';

/** A part of the map with a number. */
export interface MapArea {
  id: string;
  name: string;
  /** Its outline in millionths of the square of the map, counted from `AREA_ORIGIN`. */
  outline: string;
  centre: Point;
  width: number;
  corners: [Point, Point];
  /** How dark it is, 0 to 5. */
  step: number;
  words: string;
  address: string | null;
}

/** Near the middle of what is shown: numbers close to it are exact enough for the closest view. */
export const AREA_ORIGIN: Point = project({ latitude: 59.5, longitude: 15.5 });
export const AREA_UNIT = 1e6;

type Screen = (point: Point) => Point;
type Link = (cluster: Cluster) => string | null;

const linked = (to: string | null, name: string, kind: string, body: unknown) =>
  to
    ? svg`<a class=${kind} href=${to} aria-label=${name}>${body}</a>`
    : svg`<g class=${kind} role="img" aria-label=${name}>${body}</g>`;

/** The clusters on the screen, each big enough for its number and none over another. */
export function discs(
  clusters: Cluster[],
  screen: Screen,
  width: number,
  height: number,
  link: Link,
): TemplateResult[] {
  const most = Math.max(...clusters.map(({ count }) => count), 1);
  const placed = clusters.map((cluster): Disc & { cluster: Cluster; words: string } => {
    const { count } = cluster;
    const words = count > 9999 ? `${number(Math.round(count / 1000))}k` : number(count);
    const radius = count === 1 ? 5 : Math.max(9 + 15 * Math.sqrt(count / most), 4 + 3.3 * words.length);
    return { ...screen(project(cluster)), radius, cluster, words };
  });
  const near = placed.filter(({ x, y }) => x > -40 && y > -40 && x < width + 40 && y < height + 40);
  return apart(near).map(({ cluster, words, x, y, radius }) =>
    linked(
      link(cluster),
      t('map.cluster', { n: cluster.count }),
      'cl',
      svg`<circle cx=${x} cy=${y} r=${radius}></circle>${cluster.count > 1 ? svg`<text x=${x} y=${y} font-size=${radius > 22 ? 12 : 11}>${words}</text>` : nothing}`,
    ),
  );
}

/** The step of the ramp for one of many: by the root, so that one large number does not make all others alike. */
export const rampStep = (value: number, most: number) =>
  value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil(5 * Math.sqrt(value / most)));

/** The same clusters as squares, the darker the more. */
export function squares(clusters: Cluster[], screen: Screen, link: Link): TemplateResult[] {
  const most = Math.max(...clusters.map(({ count }) => count), 1);
  return clusters.map((cluster) => {
    const [west, south, east, north] = cluster.bbox;
    const one = screen(project({ latitude: north, longitude: west }));
    const two = screen(project({ latitude: south, longitude: east }));
    const side = { width: Math.max(two.x - one.x, 2), height: Math.max(two.y - one.y, 2) };
    return linked(
      link(cluster),
      t('map.cluster', { n: cluster.count }),
      `sq f${rampStep(cluster.count, most)}`,
      svg`<rect x=${one.x} y=${one.y} width=${side.width} height=${side.height}></rect>${side.width > 26 ? svg`<text x=${one.x + side.width / 2} y=${one.y + side.height / 2}>${number(cluster.count)}</text>` : nothing}`,
    );
  });
}

/** Areas with their outlines, and their numbers where there is room. */
export function regions(areas: MapArea[], screen: Screen, scale: number): TemplateResult {
  const origin = screen(AREA_ORIGIN);
  const words = areas
    .filter(({ step, width, words: said }) => step > 0 && width * scale > 10 + 7 * said.length)
    .map((area) => {
      const { x, y } = screen(area.centre);
      return svg`<text class="f${area.step}" x=${x} y=${y}>${area.words}</text>`;
    });
  return svg`<g transform="translate(${origin.x} ${origin.y}) scale(${scale / AREA_UNIT})">
      ${areas.map((area) => linked(area.address, `${area.name}: ${area.words}`, `ar f${area.step}`, svg`<path d=${area.outline}><title>${area.name}: ${area.words}</title></path>`))}
    </g><g class="ar-words" aria-hidden="true">${words}</g>`;
}

export function pin(at: Degrees, screen: Screen): TemplateResult {
  const { x, y } = screen(project(at));
  return svg`<g class="pin" transform="translate(${x} ${y})"><circle r="18"></circle><path d="M0 -9 9 0 0 9 -9 0Z"></path></g>`;
}

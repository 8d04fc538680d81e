/** Web Mercator: degrees to a square of side 1 and back. */
export interface Point {
  x: number;
  y: number;
}

export interface Degrees {
  latitude: number;
  longitude: number;
}

export function project({ latitude, longitude }: Degrees): Point {
  const sine = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180);
  return { x: (longitude + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

export function unproject({ x, y }: Point): Degrees {
  return {
    longitude: x * 360 - 180,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  };
}

export interface Camera extends Point {
  zoom: number;
}

export const SIDE = 256;
export const MIN_ZOOM = 4;
export const MAX_ZOOM = 17;

/** The camera that shows all the points. */
export function fit(points: Point[], width: number, height: number): Camera {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  const room = 0.82;
  const scale = Math.min((width * room) / Math.max(east - west, 1e-9), (height * room) / Math.max(south - north, 1e-9));
  const zoom = Math.max(MIN_ZOOM, Math.min(12, Math.log2(scale / SIDE)));
  return { x: (west + east) / 2, y: (north + south) / 2, zoom };
}

/** `west,south,east,north` of what a camera sees. */
export function bounds(camera: Camera, width: number, height: number): [number, number, number, number] {
  const scale = SIDE * 2 ** camera.zoom;
  const one = unproject({ x: camera.x - width / 2 / scale, y: camera.y + height / 2 / scale });
  const two = unproject({ x: camera.x + width / 2 / scale, y: camera.y - height / 2 / scale });
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return [
    round(Math.max(one.longitude, -180)),
    round(one.latitude),
    round(Math.min(two.longitude, 180)),
    round(two.latitude),
  ];
}

/** A round distance that fits into so many pixels. */
export function scaleBar(camera: Camera, pixels: number): { metres: number; pixels: number } {
  const { latitude } = unproject(camera);
  const perPixel = (40_075_016.7 * Math.cos((latitude * Math.PI) / 180)) / (SIDE * 2 ** camera.zoom);
  const most = perPixel * pixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return { metres, pixels: metres / perPixel };
}

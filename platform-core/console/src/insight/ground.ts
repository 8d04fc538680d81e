import { project, SIDE, type Camera } from './mercator';

export interface Colours {
  water: string;
  land: string;
  coast: string;
}

let outline: Promise<Path2D> | null = null;

/** Coast and borders as one path in a square of side one, made once. */
export function land(): Promise<Path2D> {
  outline ??= import('virtual:land').then(({ default: rings }) => {
    const path = new Path2D();
    for (const ring of rings) {
      ring.forEach(([longitude, latitude], at) => {
        const { x, y } = project({ longitude, latitude });
        if (at) path.lineTo(x, y);
        else path.moveTo(x, y);
      });
      path.closePath();
    }
    return path;
  });
  return outline;
}

/** Draws what a camera sees of the land on a canvas of a size in pixels of the page. */
export function paintGround(
  canvas: HTMLCanvasElement,
  path: Path2D,
  camera: Camera,
  { width, height }: { width: number; height: number },
  colours: Colours,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colours.water;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const scale = SIDE * 2 ** camera.zoom;
  const x = width / 2 - camera.x * scale;
  const y = height / 2 - camera.y * scale;
  context.setTransform(scale * ratio, 0, 0, scale * ratio, x * ratio, y * ratio);
  context.fillStyle = colours.land;
  context.fill(path, 'evenodd');
  context.lineWidth = 1 / scale;
  context.lineJoin = 'round';
  context.strokeStyle = colours.coast;
  context.stroke(path);
}

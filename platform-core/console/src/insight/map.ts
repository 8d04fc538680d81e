import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Cluster } from '../api/types/insight';
import { number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { land, paintGround } from './ground';
import { discs, pin, regions, squares, type MapArea } from './mapmarks';
import {
  bounds,
  fit,
  MAX_ZOOM,
  MIN_ZOOM,
  project,
  scaleBar,
  SIDE,
  unproject,
  type Camera,
  type Degrees,
  type Point,
} from './mercator';

const SWEDEN_BOX = [project({ latitude: 69.1, longitude: 10.5 }), project({ latitude: 55.2, longitude: 24.3 })];
const SWEDEN = fit(SWEDEN_BOX, 480, 480);

export interface Section {
  bbox: [number, number, number, number];
  zoom: number;
}

/**
 * A map without tiles: the coast on a canvas, what happened as links above it: clusters, squares or areas. Moved by pointer, wheel and
 * keyboard. Sends `section` when the view has come to rest and `picked` when a point was chosen.
 */
@customElement('vaksam-map')
export class ClusterMap extends View {
  @property({ attribute: false }) clusters: Cluster[] = [];
  @property({ attribute: false }) areas: MapArea[] = [];
  @property({ attribute: false }) link: (cluster: Cluster) => string | null = () => '#';
  @property({ attribute: false }) point: Degrees | null = null;
  @property({ attribute: false }) section: [number, number, number, number] | null = null;
  @property({ type: Boolean }) still = false;
  @property({ type: Boolean }) pick = false;
  /** Clusters as squares: a heat map. */
  @property({ type: Boolean }) squared = false;
  /** Begins with all that there is when it is there, not with the country. */
  @property({ type: Boolean }) fitted = false;
  @property() name = '';
  @property() height = '23.5rem';
  @state() private camera: Camera = SWEDEN;
  @state() private width = 480;
  @state() private tall = 376;
  private pointers = new Map<number, Point>();
  private moved = false;
  private resting = 0;
  private framed = false;
  private readonly sizes = new ResizeObserver(() => this.measure());
  private readonly themes = new MutationObserver(() => this.paint());

  protected override firstUpdated(): void {
    const box = this.querySelector<HTMLElement>('.map')!;
    box.style.height = this.height;
    this.sizes.observe(box);
    box.addEventListener('wheel', this.wheeled, { passive: false });
    this.themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.paint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.themes.disconnect();
    matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', this.paint);
    clearTimeout(this.resting);
  }

  private measure(): void {
    const box = this.querySelector<HTMLElement>('.map');
    if (!box || !box.clientWidth) return;
    this.width = box.clientWidth;
    this.tall = box.clientHeight;
    if (!this.framed) this.frame();
    else this.paint();
  }

  private frame(): void {
    this.framed = true;
    if (this.section) {
      const [west, south, east, north] = this.section;
      const corners = [project({ latitude: south, longitude: west }), project({ latitude: north, longitude: east })];
      this.look(fit(corners, this.width / 0.86, this.tall / 0.86));
    } else if (this.point) {
      this.look({ ...project(this.point), zoom: 7 });
    } else if (!this.fitted) {
      this.look(fit(SWEDEN_BOX, this.width, this.tall));
    } else {
      this.paint();
      this.fitOnce();
    }
  }

  /** Shows what has come, once. */
  private fitOnce(): void {
    if (!this.fitted || !this.framed || this.section || this.extent.length === 0) return;
    this.fitted = false;
    this.showAll();
  }

  private get extent(): Point[] {
    const areas = this.areas.some(({ step }) => step > 0) ? this.areas.filter(({ step }) => step > 0) : this.areas;
    if (areas.length) return areas.flatMap(({ corners }) => corners);
    return this.clusters.flatMap(({ bbox: [west, south, east, north] }) => [
      project({ latitude: south, longitude: west }),
      project({ latitude: north, longitude: east }),
    ]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('point') && this.framed && this.point && !this.pick)
      this.camera = { ...project(this.point), zoom: 7 };
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('clusters') || changed.has('areas')) this.fitOnce();
    if (changed.has('camera') || changed.has('width')) this.paint();
  }

  private look(camera: Camera): void {
    this.camera = {
      x: Math.max(0.46, Math.min(0.63, camera.x)),
      y: Math.max(0.2, Math.min(0.36, camera.y)),
      zoom: Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, camera.zoom)),
    };
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.rest(), 220);
  }

  private rest(): void {
    const detail: Section = { bbox: bounds(this.camera, this.width, this.tall), zoom: Math.round(this.camera.zoom) };
    this.dispatchEvent(new CustomEvent('section', { detail }));
  }

  private get scale(): number {
    return SIDE * 2 ** this.camera.zoom;
  }

  private screen = ({ x, y }: Point): Point => ({
    x: (x - this.camera.x) * this.scale + this.width / 2,
    y: (y - this.camera.y) * this.scale + this.tall / 2,
  });

  private readonly paint = async (): Promise<void> => {
    const path = await land();
    const canvas = this.querySelector('canvas');
    if (!canvas) return;
    const colour = (name: string) => getComputedStyle(this.querySelector(`.ground-${name}`)!).color;
    paintGround(
      canvas,
      path,
      this.camera,
      { width: this.width, height: this.tall },
      { water: colour('water'), land: colour('land'), coast: colour('coast') },
    );
  };

  protected override render(): unknown {
    const bar = scaleBar(this.camera, 90);
    const length = bar.metres >= 1000 ? `${number(bar.metres / 1000)} km` : `${number(bar.metres)} m`;
    return html`<div
      class="map ${this.still ? 'still' : ''}"
      role=${this.still ? 'img' : 'group'}
      tabindex=${this.still ? nothing : 0}
      aria-label=${this.still ? t('map.point', { name: this.name }) : t('map.label')}
      @keydown=${this.pressed}
      @pointerdown=${this.down}
      @pointermove=${this.move}
      @pointerup=${this.up}
      @pointercancel=${this.up}
      @dblclick=${(event: MouseEvent) => !this.still && this.zoom(1, this.at(event))}
    >
      <i class="ground-water"></i><i class="ground-land"></i><i class="ground-coast"></i>
      <canvas aria-hidden="true"></canvas>
      <svg class="marks" width=${this.width} height=${this.tall} viewBox="0 0 ${this.width} ${this.tall}">
        ${this.areas.length ? regions(this.areas, this.screen, this.scale) : nothing}
        ${this.squared ? squares(this.clusters, this.screen, this.link) : discs(this.clusters, this.screen, this.width, this.tall, this.link)}
        ${this.point ? pin(this.point, this.screen) : nothing}
        ${svg`<g class="scale" aria-hidden="true" transform="translate(${this.width - bar.pixels - 14} ${this.tall - 12})"><path d="M0 -4V0H${bar.pixels}V-4"></path><text x=${bar.pixels / 2} y="-7" text-anchor="middle">${length}</text></g>`}
      </svg>
      ${this.still ? nothing : this.controls()}
    </div>`;
  }

  private controls(): unknown {
    const button = (name: string, picture: string, act: () => void) =>
      html`<button class="btn sm icon" type="button" aria-label=${name} title=${name} @click=${act}>
        ${icon(picture)}
      </button>`;
    return html`<div class="ctl">
      ${button(t('map.in'), 'plus', () => this.zoom(1))} ${button(t('map.out'), 'minus', () => this.zoom(-1))}
      ${button(t('map.fit'), 'maximize', () => this.showAll())}
    </div>`;
  }

  private showAll(): void {
    const points = this.extent;
    this.look(fit(points.length ? points : SWEDEN_BOX, this.width, this.tall));
  }

  private zoom(steps: number, around: Point = { x: this.width / 2, y: this.tall / 2 }): void {
    const zoom = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, this.camera.zoom + steps));
    const shift = 1 / this.scale - 1 / (SIDE * 2 ** zoom);
    this.look({
      x: this.camera.x + (around.x - this.width / 2) * shift,
      y: this.camera.y + (around.y - this.tall / 2) * shift,
      zoom,
    });
  }

  private pan(x: number, y: number): void {
    this.look({ ...this.camera, x: this.camera.x - x / this.scale, y: this.camera.y - y / this.scale });
  }

  private at(event: MouseEvent): Point {
    const box = this.querySelector('.map')!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private readonly wheeled = (event: WheelEvent): void => {
    if (
      this.still ||
      (!event.ctrlKey && document.activeElement !== this.querySelector('.map') && Math.abs(event.deltaY) < 1)
    )
      return;
    event.preventDefault();
    this.zoom(-event.deltaY / 240, this.at(event));
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (this.still || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 80;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.pan(step, 0),
      ArrowRight: () => this.pan(-step, 0),
      ArrowUp: () => this.pan(0, step),
      ArrowDown: () => this.pan(0, -step),
      '+': () => this.zoom(1),
      '-': () => this.zoom(-1),
      Enter: () => this.pick && this.picked({ x: this.width / 2, y: this.tall / 2 }),
    };
    const move = moves[event.key];
    if (!move || (event.target !== event.currentTarget && event.key === 'Enter')) return;
    event.preventDefault();
    move();
  };

  private readonly down = (event: PointerEvent): void => {
    if (this.still || event.button !== 0 || (event.target as Element).closest('.ctl')) return;
    this.pointers.set(event.pointerId, this.at(event));
    this.moved = false;
  };

  private readonly move = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.at(event);
    const others = [...this.pointers].filter(([id]) => id !== event.pointerId);
    if (!this.moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    if (!this.moved) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.moved = true;
    const other = others[0]?.[1];
    if (other) {
      const ratio =
        Math.hypot(now.x - other.x, now.y - other.y) / Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
      this.zoom(Math.log2(ratio), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else {
      this.pan(now.x - before.x, now.y - before.y);
    }
    this.pointers.set(event.pointerId, now);
  };

  private readonly up = (event: PointerEvent): void => {
    const here = this.pointers.delete(event.pointerId);
    if (here && !this.moved && this.pick && event.type === 'pointerup') this.picked(this.at(event));
  };

  private picked(at: Point): void {
    const { latitude, longitude } = unproject({
      x: this.camera.x + (at.x - this.width / 2) / this.scale,
      y: this.camera.y + (at.y - this.tall / 2) / this.scale,
    });
    const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
    const detail = { latitude: round(latitude), longitude: round(longitude) };
    this.point = detail;
    this.dispatchEvent(new CustomEvent('picked', { detail }));
  }
}

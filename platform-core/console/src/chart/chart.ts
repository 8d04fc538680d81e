import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Chart, ChartData, Shape } from '../api/types/chart';
import type { TypeDefinition } from '../api/types/definition';
import type { AreaFeatures } from '../api/types/insight';
import { t } from '../i18n/i18n';
import type { Section } from '../insight/map';
import type { Series } from '../insight/series';
import { failed, skeleton } from '../kit/feedback';
import { refused } from '../kit/part';
import { View } from '../kit/view';
import { definitionsOf } from '../record/definitions';
import type { Words } from '../record/filters';
import { units } from '../record/units';
import { navigation, typeNamed } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { asked, hasPeriod, ofPoints, queryOf, type Asked } from './asked';
import { crossTable } from './crosstable';
import { isTime } from './dimensions';
import { chartEmpty, chartFoot } from './foot';
import { gridOf, type Margins } from './grid';
import { areaFeatures, ask, isMapAnswer, margins } from './load';
import { areaMap, pointMap } from './mapped';
import { chartTitle, misfit } from './naming';
import { bars, behind, figures, heat, lines } from './pictures';
import { listLink, type Link, type Scene } from './scene';

/** Changes come in bunches: a picture follows them this much later, in milliseconds. */
const PATIENCE = 3_000;
const ROWS: Record<Shape, number> = { figure: 2, table: 8, line: 9, bars: 10, heat: 10, map: 11 };

/** An answer with the chart that asked for it: it is drawn until the next one is there. */
interface Shown {
  chart: Chart;
  wanted: string;
  answer: ChartData;
  sums: Margins | null;
}

/**
 * A chart with everything behind it: it asks the cube or the map, draws the answer, leads from every number to exactly its records
 * and follows what changes. With `data` it draws that and asks nothing. The title is shown by what stands around.
 *
 * Sends `answered` with the answer, `refused` when it may not be seen, `chosen` with the days that were dragged over on a line, `section` when a map has come to rest.
 */
@customElement('vaksam-chart')
export class ChartView extends View {
  @property({ attribute: false }) chart: Chart | null = null;
  /** A frozen answer. */
  @property({ attribute: false }) data: ChartData | null = null;
  /** Where numbers lead; to the list of the records when it is not set. */
  @property({ attribute: false }) link: Link | null = null;
  /** Whether a stretch of a line can be chosen. */
  @property({ type: Boolean }) chooses = false;
  @state() private shown: Shown | null = null;
  @state() private features: AreaFeatures | null = null;
  @state() private problem: unknown = null;
  @state() private definition: TypeDefinition | null = null;
  private section: Section | null = null;
  private wanted = '';
  private defined = '';
  private timer = 0;
  private leaveLive: () => void = () => undefined;

  protected override stores = () => [units, navigation];

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLive = recordChanged.watch((event) => {
      const types = this.question.types;
      if (this.data || !event || (types.length > 0 && !types.includes(event.type))) return;
      this.timer ||= window.setTimeout(() => {
        this.timer = 0;
        void this.load();
      }, PATIENCE);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = 0;
    this.leaveLive();
  }

  private get question(): Asked {
    return asked(this.chart?.query ?? '');
  }

  private get shape(): Shape {
    return this.chart?.shape ?? 'table';
  }

  private get points(): boolean {
    return ofPoints(this.shape, this.question);
  }

  private get words(): Words {
    return { type: this.definition, units: units.value, labels: new Map() };
  }

  /** The address of what is drawn now, to be saved; only lines are drawings. */
  picture(kind: 'png' | 'svg'): Promise<string> {
    const series = this.querySelector<Series>('vaksam-series');
    return series ? series.picture(kind) : Promise.reject(new Error('Only lines are drawings'));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.chart) return;
    this.define();
    if (this.shape === 'map' && !this.points && !this.features) void this.loadAreas();
    if (this.data) {
      if (changed.has('data') || changed.has('chart'))
        this.shown = { chart: this.chart, wanted: '', answer: this.data, sums: null };
      return;
    }
    if (!this.points) this.section = null;
    const wanted = this.wantedNow();
    if (changed.has('chart') && this.shown?.wanted === wanted) this.shown = { ...this.shown, chart: this.chart };
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    void this.load();
  }

  /** What is asked; a map that is moved asks for another part of the same. */
  private wantedNow(): string {
    const { question, points } = this;
    if (!points) return `${queryOf('table', question)}`;
    const filters = new URLSearchParams(question.filters);
    filters.delete('bbox');
    const at = this.section ? `${this.section.zoom}|${this.section.bbox.join(',')}` : '';
    return `map|${queryOf('map', { ...question, filters, zoom: null })}|${at}`;
  }

  private define(): void {
    const { types } = this.question;
    const found = types.length === 1 ? typeNamed(types[0] ?? '') : undefined;
    const name = found?.record.type ?? '';
    if (name === this.defined) return;
    this.defined = name;
    this.definition = null;
    if (found)
      void definitionsOf(found)
        .then((definition) => {
          if (this.defined === name) this.definition = definition;
        })
        .catch(() => undefined);
  }

  private readonly load = async (): Promise<void> => {
    const { wanted, question, shape, chart } = this;
    if (!chart || this.data) return;
    try {
      const [answer, sums] = await Promise.all([
        ask(shape, question, this.section),
        this.points ? null : margins(question),
      ]);
      if (wanted !== this.wanted || !this.isConnected) return;
      this.shown = { chart: this.wantedNow() === wanted ? (this.chart ?? chart) : chart, wanted, answer, sums };
      this.problem = null;
      this.dispatchEvent(new CustomEvent('answered', { detail: answer }));
    } catch (caught) {
      if (wanted !== this.wanted) return;
      this.problem = caught;
      refused(this, caught);
    }
  };

  private async loadAreas(): Promise<void> {
    try {
      this.features = await areaFeatures();
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (!this.chart) return nothing;
    if (this.problem)
      return failed(this.problem, () => {
        this.problem = null;
        void this.load();
      });
    const shape = this.shown?.chart.shape ?? this.shape;
    return html`<div class="chart shape-${shape}">${this.shown ? this.drawn(this.shown) : skeleton(ROWS[shape])}</div>`;
  }

  private drawn({ chart, answer, sums }: Shown): TemplateResult {
    const { words } = this;
    const { shape } = chart;
    const question = asked(chart.query);
    const link = this.link ?? listLink(question);
    const title = chart.title || chartTitle(shape, question, words);
    if (isMapAnswer(answer)) {
      const bbox = question.filters.get('bbox')?.split(',').map(Number) ?? [];
      const rested = this.data ? null : (section: Section) => this.rested(section);
      const section = bbox.length === 4 && bbox.every(Number.isFinite) ? (bbox as Section['bbox']) : null;
      return html`${pointMap({ answer, question, title, link, section, rested })}
      ${this.foot(answer, (change) => link({ bbox: null, ...change }))}`;
    }
    const nothingAtAll = answer.total === 0 && !answer.previous?.total;
    if (nothingAtAll && shape !== 'figure') return chartEmpty(hasPeriod(question), [...question.filters].length > 0);
    const why = misfit(shape, question);
    const turned = shape === 'line' && !why ? timeFirst(question) : question;
    const grid = gridOf(turned, answer, sums, this.data !== null);
    const scene: Scene = { question: turned, grid, words, title, link };
    if (why)
      return html`<p class="note-line s m2">${t(why)}</p>
        ${crossTable(scene)}${this.foot(answer, link)}`;
    return html`${this.pictured(shape, scene)}${shape === 'figure' ? nothing : this.foot(answer, link)}`;
  }

  private pictured(shape: Shape, scene: Scene): TemplateResult {
    switch (shape) {
      case 'figure':
        return figures(scene);
      case 'table':
        return crossTable(scene);
      case 'line':
        return html`${lines(scene, this.chooses && !this.data ? this.chosen : null)}${behind(scene)}`;
      case 'bars':
        return html`${bars(scene)}${behind(scene)}`;
      case 'heat':
        return html`${heat(scene)}${behind(scene)}`;
      case 'map':
        return html`${this.features ? areaMap(scene, this.features) : skeleton(ROWS.map)}${behind(scene)}`;
    }
  }

  private foot(answer: ChartData, link: Link): TemplateResult {
    return chartFoot(answer, link({}), this.data !== null);
  }

  private readonly chosen = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('chosen', { detail: (event as CustomEvent).detail as unknown }));
  };

  private rested(section: Section): void {
    this.section = section;
    this.dispatchEvent(new CustomEvent('section', { detail: section }));
    this.requestUpdate();
  }
}

/** The time stands along the axis, whichever place it has. */
function timeFirst(question: Asked): Asked {
  const time = question.dimensions.find(isTime);
  return time ? { ...question, dimensions: [time, ...question.dimensions.filter((id) => id !== time)] } : question;
}

declare global {
  interface HTMLElementTagNameMap {
    'vaksam-chart': ChartView;
  }
}

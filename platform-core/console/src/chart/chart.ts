import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Chart, ChartData, Shape } from '../api/types/chart';
import type { TypeDefinition } from '../api/types/definition';
import type { AreaFeatures } from '../api/types/insight';
import { t } from '../i18n/i18n';
import type { Drawing } from '../export/menu';
import type { Section } from '../insight/map';
import type { Series } from '../insight/series';
import { failed, skeleton } from '../kit/feedback';
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

/**
 * A chart with everything behind it: it asks the cube or the map, draws the answer, leads from every number to exactly its records
 * and follows what changes. With `data` it draws that and asks nothing. The title is shown by what stands around.
 *
 * Sends `answered` with the answer, `chosen` with the days that were dragged over on a line, `section` when a map has come to rest.
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
  @state() private answer: ChartData | null = null;
  @state() private sums: Margins | null = null;
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

  /** The chart as it is drawn now, to be saved; null when it is no drawing. */
  get drawing(): Drawing | null {
    const series = this.querySelector<Series>('vaksam-series');
    return series && this.chart
      ? {
          name: this.chart.title || chartTitle(this.shape, this.question, this.words),
          draw: (kind) => series.picture(kind),
        }
      : null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.chart) return;
    this.define();
    if (this.shape === 'map' && !this.points && !this.features) void this.loadAreas();
    if (this.data) {
      if (changed.has('data')) this.answer = this.data;
      return;
    }
    const wanted = this.wantedNow();
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    if (changed.has('chart')) this.forget(changed.get('chart') as Chart | null | undefined);
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

  /** The old answer stays until the new one is there, unless it is of another kind. */
  private forget(before: Chart | null | undefined): void {
    const wasPoints = before ? ofPoints(before.shape, asked(before.query)) : this.points;
    if (wasPoints === this.points && before) return;
    this.answer = null;
    if (wasPoints !== this.points) this.section = null;
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
    const { wanted, question, shape } = this;
    if (!this.chart || this.data) return;
    try {
      const [answer, sums] = await Promise.all([
        ask(shape, question, this.section),
        this.points ? null : margins(question),
      ]);
      if (wanted !== this.wanted || !this.isConnected) return;
      this.answer = answer;
      this.sums = sums;
      this.problem = null;
      this.dispatchEvent(new CustomEvent('answered', { detail: answer }));
    } catch (caught) {
      if (wanted === this.wanted) this.problem = caught;
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
    const { answer } = this;
    const fits = answer && isMapAnswer(answer) === this.points;
    if (!fits) return html`<div class="chart shape-${this.shape}">${skeleton(ROWS[this.shape])}</div>`;
    return html`<div class="chart shape-${this.shape}">${this.drawn(answer)}</div>`;
  }

  private drawn(answer: ChartData): TemplateResult {
    const { question, shape, words } = this;
    const link = this.link ?? listLink(question);
    const title = this.chart?.title || chartTitle(shape, question, words);
    if (isMapAnswer(answer)) {
      const bbox = question.filters.get('bbox')?.split(',').map(Number) ?? [];
      const rested = this.data ? null : (section: Section) => this.rested(section);
      const section = bbox.length === 4 && bbox.every(Number.isFinite) ? (bbox as Section['bbox']) : null;
      return html`${pointMap({ answer, question, title, link, section, rested })} ${this.foot(answer, link)}`;
    }
    const nothingAtAll = answer.total === 0 && !answer.previous?.total;
    if (nothingAtAll && shape !== 'figure') return chartEmpty(hasPeriod(question), [...question.filters].length > 0);
    const why = misfit(shape, question);
    const turned = shape === 'line' && !why ? timeFirst(question) : question;
    const frozen = this.data !== null;
    const grid = gridOf(turned, answer, this.sums, frozen);
    const scene: Scene = { question: turned, grid, words, title, link };
    if (why)
      return html`<p class="note-line s m2">${t(why)}</p>
        ${crossTable(scene)}${this.foot(answer, link)}`;
    return html`${this.picture(shape, scene)}${shape === 'figure' ? nothing : this.foot(answer, link)}`;
  }

  private picture(shape: Shape, scene: Scene): TemplateResult {
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

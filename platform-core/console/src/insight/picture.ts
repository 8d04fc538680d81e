import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Shape } from '../api/types/chart';
import type { TypeDefinition } from '../api/types/definition';
import type { MapAnswer } from '../api/types/insight';
import { chartAddress } from '../chart/asked';
import { t } from '../i18n/i18n';
import { longDay } from '../i18n/time';
import { emptyPage, failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { definitionsOf } from '../record/definitions';
import { filterName, filtersOf, withFilters, type Words } from '../record/filters';
import { units } from '../record/units';
import { allTypes, can, listAddress, navigation, typeNamed, type Found } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { place } from '../shell/router';
import { choices, pictureOrTable, shownAsTable } from './choices';
import { figures, newest, type Figures } from './figures';
import { DIMENSIONS, heatSection } from './heatsection';
import { kpis, noFigures } from './kpis';
import type { Section } from './map';
import { asRange, periodOf, usualInterval, type Interval, type Period } from './period';
import type { Scene } from './scene';
import { seriesSection, topSection } from './sections';
import { whereabouts } from './whereabouts';
import type { Series } from './series';
import { liveCharts } from '../picture/livecharts';
import '../export/menu';
import '../picture/freeze';
import '../record/filterbar';
import './signals';
import './series';

/** How things are: one selection, one cube, several pictures; every number leads to exactly its records. */
@customElement('vaksam-picture')
export class Picture extends View {
  /** The area it stands in; the page for all areas chooses one in the address. */
  @property({ attribute: false }) found: Found | null = null;
  @property() only: 'map' | '' = '';
  @state() private definition: TypeDefinition | null = null;
  @state() private figures: Figures | null = null;
  @state() private map: MapAnswer | null = null;
  @state() private problem: unknown = null;
  @state() private latest: string | null = null;
  private section: Section | null = null;
  private asked = '';
  private mapAsked = '';
  private period: Period = periodOf(null);
  private leaveLive: () => void = () => undefined;
  private timer = 0;

  protected override stores = () => [place, navigation, units];

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLive = recordChanged.watch((event) => {
      if (!event || event.type !== this.chosen?.record.type) return;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.load(), 3000);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.leaveLive();
  }

  private get chosen(): Found | undefined {
    const readable = allTypes().filter(({ record }) => can(record, 'read'));
    return this.found ?? typeNamed(place.value.query.get('type') ?? '') ?? readable[0];
  }

  private get filters(): URLSearchParams {
    return withFilters(filtersOf(place.value.query), { occurredAt: null });
  }

  private get interval(): Interval {
    const wanted = place.value.query.get('step');
    return wanted === 'day' || wanted === 'week' || wanted === 'month' ? wanted : usualInterval(this.period);
  }

  private get by(): string {
    const wanted = place.value.query.get('by') ?? 'kind';
    return DIMENSIONS.includes(wanted) || wanted.startsWith('fields.') ? wanted : 'kind';
  }

  private get words(): Words {
    return { type: this.definition, units: units.value, labels: new Map() };
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.found) this.entitle(t(this.only === 'map' ? 'picture.map' : 'picture.title'));
    const found = this.chosen;
    if (!found) return;
    this.period = periodOf(place.value.query.get('occurredAt'));
    const wanted = [
      found.record.type,
      this.filters.toString(),
      asRange(this.period),
      this.interval,
      this.by,
      this.only,
    ].join('|');
    if (wanted === this.asked) return;
    if (this.asked.split('|')[0] !== found.record.type) {
      this.figures = null;
      void definitionsOf(found)
        .then((definition) => (this.definition = definition))
        .catch(() => undefined);
    }
    this.asked = wanted;
    void this.load();
  }

  private async load(): Promise<void> {
    const found = this.chosen;
    if (!found) return;
    const asked = this.asked;
    try {
      const made = this.only === 'map' ? null : await figures(found, this.filters, this.period, this.interval, this.by);
      if (asked !== this.asked) return;
      this.figures = made;
      this.problem = null;
      this.latest = made && made.total === 0 ? await newest(found, this.filters) : null;
      if (this.section) await this.loadMap(this.section, true);
    } catch (caught) {
      if (asked === this.asked) this.problem = caught;
    }
  }

  private async loadMap(section: Section, again = false): Promise<void> {
    this.section = section;
    const found = this.chosen;
    if (!found) return;
    const [west, south, east, north] = section.bbox;
    const parameters = new URLSearchParams({
      type: found.record.type,
      zoom: String(section.zoom),
      bbox: [west, south, east, north].join(','),
    });
    const base = withFilters(this.base(), { bbox: null });
    const wanted = `${parameters.toString()}&${base.toString()}`;
    if (wanted === this.mapAsked && !again) return;
    this.mapAsked = wanted;
    try {
      const answer = await get<MapAnswer>(`insight/map?${wanted}`);
      if (wanted === this.mapAsked) this.map = answer;
    } catch {
      this.map = null;
    }
  }

  /** The filters of everything on the page, the period among them. The map alone takes all times when none is chosen. */
  private base(): URLSearchParams {
    const timeless = this.only === 'map' && !place.value.query.get('occurredAt');
    return timeless ? this.filters : withFilters(this.filters, { occurredAt: asRange(this.period) });
  }

  private readonly link = (change: Record<string, string>): string =>
    listAddress(this.chosen!, withFilters(this.base(), change));

  protected override render(): unknown {
    const found = this.chosen;
    if (!found) return emptyPage('activity', t('picture.empty'), t('picture.empty.why'));
    if (this.found) return html`<div class="picture">${this.body(found)}</div>`;
    return html`<div class="page picture">
      <header class="head">
        <div>
          <h1>${t(this.only === 'map' ? 'picture.map' : 'picture.title')}</h1>
          ${
            this.only === 'map'
              ? nothing
              : html`<p class="m2 num">
                  ${t('picture.updated', {
                    from: longDay(this.period.from),
                    to: longDay(this.period.to),
                    state: t(this.figures?.building ? 'picture.building' : 'picture.current'),
                  })}
                </p>`
          }
        </div>
        ${
          this.only === 'map' || !this.figures?.total
            ? nothing
            : html`<vaksam-freeze
                .charts=${liveCharts(found, this.base(), this.interval, this.figures.heat.by, this.words, this.section?.zoom ?? 8)}
              ></vaksam-freeze>`
        }
      </header>
      <vaksam-filters
        class="in-page"
        .type=${found.record.type}
        .definition=${this.definition}
        .lead=${choices(found, this.period, this.only === 'map')}
        .tail=${this.only === 'map' ? nothing : pictureOrTable()}
        .search=${this.only === 'map'}
      ></vaksam-filters>
      ${this.body(found)}
    </div>`;
  }

  private body(found: Found): unknown {
    if (this.problem) return failed(this.problem, () => void this.load());
    if (this.only === 'map') return html`<div class="map-page">${this.whereabouts()}</div>`;
    const made = this.figures;
    if (!made) return skeleton(12);
    if (made.total === 0) return noFigures(this.latest);
    const scene: Scene = {
      made,
      words: this.words,
      interval: this.interval,
      by: this.by,
      places: this.filters.getAll('place'),
      asTable: shownAsTable(),
      link: this.link,
    };
    return html`${this.found ? html`<div class="view-bar">${choices(found, this.period, false)}<span class="push"></span>${pictureOrTable()}</div>` : nothing}
      ${kpis(made, this.link)}
      <div class="pic">
        <section class="c12">
          <vaksam-signals .type=${found.record.type} .filters=${this.filters}></vaksam-signals>
        </section>
        <section class="c8">${seriesSection(scene)}${this.foot(t('exports.series'), 'line', [this.interval])}</section>
        <section class="c4">${topSection('top.kinds', scene)}${this.foot(t('top.kinds'), 'bars', ['kind'])}</section>
        <section class="c7">
          ${heatSection(scene)}${this.foot(`${filterName(made.heat.by, this.words)} × ${t('series.month')}`, 'heat', [made.heat.by, 'month'])}
        </section>
        <section class="c5">${this.whereabouts()}</section>
        <section class="c12 last">
          ${topSection('top.places', scene)}${this.foot(t('top.places'), 'bars', ['place'])}
        </section>
      </div>`;
  }

  /** The way on with the same question, and the figures behind it as files; what is drawn too. */
  private foot(name: string, shape: Shape, dimensions: string[]): unknown {
    const query = withFilters(this.base(), {
      type: this.chosen!.record.type,
      dimensions: dimensions.join(','),
      measures: 'count',
    });
    const drawing = { name, draw: (kind: 'png' | 'svg') => this.querySelector<Series>('vaksam-series')!.picture(kind) };
    return html`<p class="export-foot">
      ${this.onward(name, shape, shape === 'heat' ? query : withFilters(query, { compare: 'same-period-last-year' }))}
      <vaksam-export
        subject="cube"
        .name=${name}
        .query=${query}
        .drawing=${shape === 'line' && !shownAsTable() ? drawing : null}
      ></vaksam-export>
    </p>`;
  }

  private onward(name: string, shape: Shape, query: URLSearchParams): unknown {
    return html`<a
      class="btn quiet sm"
      href=${chartAddress({ shape, query: query.toString() })}
      aria-label=${t('analysis.open.name', { what: name })}
      >${icon('chart-line', 'i-s')}${t('analysis.open')}</a
    >`;
  }

  private whereabouts(): unknown {
    return whereabouts({
      map: this.map,
      section: this.section,
      whole: this.only === 'map',
      asTable: shownAsTable(),
      link: this.link,
      rested: (section) => void this.loadMap(section),
      onward: this.onward(t('map.title'), 'map', withFilters(this.base(), { type: this.chosen!.record.type })),
    });
  }
}

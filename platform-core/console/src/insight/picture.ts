import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { MapAnswer, TypeDefinition } from '../api/types';
import { number, percent, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { addDays, addMonths, longDay, monthName } from '../i18n/time';
import { empty, failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { definitionsOf, facetsOf } from '../record/definitions';
import { calendarName, filterName, filtersOf, valueName, withFilters, type Words } from '../record/filters';
import { loadUnits, units } from '../record/units';
import { allTypes, can, listAddress, listTitle, navigation, typeNamed, type Found } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { place, query } from '../shell/router';
import { figures, newest, type Figures } from './figures';
import { heatTable, peak } from './heat';
import type { Section } from './map';
import { asRange, periodOf, usualInterval, type Interval, type Period } from './period';
import { topList } from './top';
import '../record/filterbar';
import './map';
import './series';

const DIMENSIONS = ['kind', 'place', 'severity', 'state', 'unit', 'weekday', 'hour'];

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
    void loadUnits();
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
    if (!this.found) document.title = `${t(this.only === 'map' ? 'picture.map' : 'picture.title')} · Vaksam`;
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
    if (!found)
      return html`<div class="page lone">${empty('activity', t('picture.empty'), t('picture.empty.why'))}</div>`;
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
      </header>
      <vaksam-filters
        class="in-page"
        .type=${found.record.type}
        .definition=${this.definition}
        .lead=${this.lead(found)}
        .tail=${this.only === 'map' ? nothing : this.views()}
        .search=${this.only === 'map'}
      ></vaksam-filters>
      ${this.body(found)}
    </div>`;
  }

  private lead(found: Found): unknown {
    const readable = allTypes().filter(({ record }) => can(record, 'read'));
    const { from, to } = this.period;
    return html`<span class="chip"
        ><span>${icon('layers', 'i-s')}${t('picture.area')}</span>${
          readable.length > 1
            ? html`<select
                aria-label=${t('picture.area')}
                @change=${(event: Event) => query({ type: (event.target as HTMLSelectElement).value })}
              >
                ${readable.map((one) => html`<option value=${one.record.type} ?selected=${one.record.type === found.record.type}>${listTitle(one)}</option>`)}
              </select>`
            : html`<span><b>${listTitle(found)}</b></span>`
        }</span
      >
      ${
        place.value.query.get('occurredAt') || this.only === 'map'
          ? nothing
          : html`<span class="chip"
              ><span>${icon('calendar', 'i-s')}${t('picture.period')}</span
              ><button type="button" @click=${() => query({ occurredAt: `${from}..${to}` })}>
                <b>${t('period.year')}</b>
              </button></span
            >`
      }
      ${
        this.only === 'map'
          ? nothing
          : html`<span class="chip"
              ><span>${icon('git-compare-arrows', 'i-s')}${t('picture.compare')}</span
              ><span><b>${t('picture.before')}</b></span></span
            >`
      }`;
  }

  private views(): unknown {
    const table = place.value.query.get('as') === 'table';
    return html`<span class="seg" role="group" aria-label=${t('picture.as')}
      ><button type="button" aria-pressed=${!table} @click=${() => query({ as: null })}>
        ${icon('layout-dashboard', 'i-s')}${t('picture.as.picture')}</button
      ><button type="button" aria-pressed=${table} @click=${() => query({ as: 'table' })}>
        ${icon('table-2', 'i-s')}${t('picture.as.table')}
      </button></span
    >`;
  }

  private body(found: Found): unknown {
    if (this.problem) return failed(this.problem, () => void this.load());
    if (this.only === 'map') return html`<div class="map-page">${this.where()}</div>`;
    const made = this.figures;
    if (!made) return skeleton(12);
    if (made.total === 0) return this.nothing();
    return html`${this.found ? html`<div class="view-bar">${this.lead(found)}<span class="push"></span>${this.views()}</div>` : nothing}
      ${this.kpis(made)}
      <div class="pic">
        <section class="c8">${this.series(made)}</section>
        <section class="c4">${this.top('top.kinds', made, 'kind')}</section>
        <section class="c7">${this.heat(made)}</section>
        <section class="c5">${this.where()}</section>
        <section class="c12 last">${this.top('top.places', made, 'place')}</section>
      </div>`;
  }

  private nothing(): unknown {
    const { latest } = this;
    const to = latest ?? '';
    const from = latest ? addDays(addMonths(latest, -12), 1) : '';
    return empty(
      'calendar',
      t('picture.nothing'),
      latest ? t('picture.newest', { day: longDay(latest) }) : t('picture.nothing.why'),
      latest
        ? html`<button class="btn primary" type="button" @click=${() => query({ occurredAt: `${from}..${to}` })}>
            ${t('picture.goto')}
          </button>`
        : nothing,
    );
  }

  private kpis(made: Figures): unknown {
    const change = made.before
      ? made.total === made.before
        ? t('kpi.same')
        : t('kpi.year', { share: percent((made.total - made.before) / made.before) })
      : t('kpi.new');
    const share = (part: number) =>
      t('kpi.of', { share: number(part / Math.max(made.total, 1), { style: 'percent', maximumFractionDigits: 0 }) });
    const one = (key: Key, value: number, words: string, filters: Record<string, string>) =>
      html`<a href=${this.link(filters)}
        ><span>${t(key)}</span><b>${number(value)}</b><span class="s">${words}</span></a
      >`;
    const top = made.places[0];
    return html`<div class="kpi">
      ${one('kpi.records', made.total, change, {})}
      ${one('kpi.serious', made.serious, t('kpi.before', { n: made.seriousBefore }), { severity: '3..4' })}
      ${one('kpi.open', made.open, share(made.open), { phase: 'open' })}
      ${one('kpi.alone', made.alone, share(made.alone), { phase: 'open', assignee: 'none' })}
      ${top ? one('kpi.places', top.now, t('kpi.top', { name: top.name }), { place: top.key }) : nothing}
    </div>`;
  }

  private series(made: Figures): unknown {
    const ratio = made.before ? (made.total - made.before) / made.before : 0;
    const finding = !made.before
      ? t('series.plain')
      : ratio > 0.05
        ? t('series.more', { share: percent(ratio) })
        : ratio < -0.05
          ? t('series.fewer', { share: percent(ratio) })
          : t('series.level');
    const steps: [Interval, Key][] = [
      ['day', 'series.days'],
      ['week', 'series.weeks'],
      ['month', 'series.months'],
    ];
    return html`<div class="sec-h">
        <div>
          <h2>${finding}</h2>
          <p class="sub">${t('series.how', { per: t(`series.${this.interval}`) })}</p>
        </div>
        <span class="seg push" role="group" aria-label=${t('series.interval')}
          >${steps.map(([step, key]) => html`<button type="button" aria-pressed=${step === this.interval} @click=${() => query({ step }, { replace: true })}>${t(key)}</button>`)}</span
        >
      </div>
      ${
        place.value.query.get('as') === 'table'
          ? this.steps(made)
          : html`<vaksam-series
                .steps=${made.steps}
                .interval=${this.interval}
                .name=${t('series.label', { title: finding, n: made.total, before: made.before })}
                @chosen=${(event: CustomEvent<Period>) => query({ occurredAt: asRange(event.detail), step: null })}
              ></vaksam-series>
              <details class="behind">
                <summary>${icon('table-2', 'i-s')}${t('picture.table')}</summary>
                ${this.steps(made)}
              </details>`
      }`;
  }

  private steps(made: Figures): unknown {
    return html`<div class="steps">
      <table class="grid plain flush">
        <thead>
          <tr>
            <th scope="col">${t('series.when')}</th>
            <th scope="col" class="n">${t('series.now')}</th>
            <th scope="col" class="n">${t('series.before')}</th>
          </tr>
        </thead>
        <tbody>
          ${[...made.steps].reverse().map(
            ({ key, now, before }) =>
              html`<tr>
                <td>${calendarName(this.interval, key)}</td>
                <td class="n"><a href=${this.link({ [this.interval]: key })}>${number(now)}</a></td>
                <td class="n m2">${number(before)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private top(title: 'top.places' | 'top.kinds', made: Figures, dimension: 'place' | 'kind'): unknown {
    const bars = dimension === 'place' ? made.places : made.kinds;
    const asTable = place.value.query.get('as') === 'table';
    return html`<h2>${t(title)}</h2>
      <p class="sub">${t('top.how')}</p>
      ${topList(
        bars,
        (key) => this.link({ [dimension]: key }),
        (bar) => (dimension === 'kind' ? valueName('kind', bar.key, this.words) : bar.name),
        asTable,
      )}`;
  }

  private heat(made: Figures): unknown {
    const high = peak(made.heat);
    const named = (key: string, name: string) =>
      valueName(this.by, key, this.words) === key ? name : valueName(this.by, key, this.words);
    const row = high ? made.heat.rows.find(({ name }) => name === high.name) : undefined;
    const title =
      high && row
        ? t('heat.title', { name: named(row.key, row.name), n: high.n, month: monthName(high.month, 'long') })
        : t('heat.plain');
    const rows = [...DIMENSIONS, ...facetsOf(this.definition).map(({ id }) => `fields.${id}`)];
    return html`<div class="sec-h heat-head">
        <div>
          <h2>${title}</h2>
          <p class="sub">${t('heat.how', { by: filterName(this.by, this.words).toLowerCase() })}</p>
        </div>
        <label class="pick push"
          ><span class="s m">${t('heat.by')}</span
          ><select
            class="in"
            @change=${(event: Event) => query({ by: (event.target as HTMLSelectElement).value }, { replace: true })}
          >
            ${rows.map((name) => html`<option value=${name} ?selected=${name === this.by}>${filterName(name, this.words)}</option>`)}
          </select></label
        >
        <label class="pick"
          ><span class="s m">${t('heat.third')}</span
          ><select
            class="in"
            @change=${(event: Event) => query({ place: (event.target as HTMLSelectElement).value || null })}
          >
            <option value="">${t('heat.third.all')}</option>
            ${this.placeChoices(made).map((name) => html`<option value=${name} ?selected=${this.filters.get('place') === name}>${name}</option>`)}
          </select></label
        >
      </div>
      ${heatTable(made.heat, named, this.link)}`;
  }

  private placeChoices(made: Figures): string[] {
    const now = this.filters.getAll('place');
    return [...new Set([...now, ...made.places.map(({ key }) => key)])];
  }

  private where(): unknown {
    const map = this.map;
    const bbox = place.value.query.get('bbox')?.split(',').map(Number) as [number, number, number, number] | undefined;
    const whole = this.only === 'map';
    return html`<div class="sec-h">
        <div>
          ${whole ? nothing : html`<h2>${t('map.title')}</h2>`}
          <p class="sub">${map ? t('map.located', { n: inView(map), total: map.total }) : html`&nbsp;`}</p>
        </div>
        ${
          map && this.section && inView(map)
            ? html`<a class="btn quiet sm push" href=${this.link({ bbox: this.section.bbox.join(',') })}
                >${icon('rows-3')}${t('map.list', { n: inView(map) })}</a
              >`
            : nothing
        }
      </div>
      <vaksam-map
        class=${whole ? 'tall' : ''}
        .height=${whole ? 'max(24rem, calc(100vh - 15rem))' : '23.5rem'}
        .clusters=${map?.clusters ?? []}
        .section=${bbox?.length === 4 && bbox.every(Number.isFinite) ? bbox : null}
        .link=${(cluster: { bbox: number[] }) => this.link({ bbox: cluster.bbox.join(',') })}
        @section=${(event: CustomEvent<Section>) => void this.loadMap(event.detail)}
      ></vaksam-map>
      <p class="s m ground-note">
        ${map && inView(map) === 0 ? t('map.none') : nothing}<span class="push">${t('map.ground')}</span>
      </p>
      ${place.value.query.get('as') === 'table' && map ? this.groups(map) : nothing}`;
  }

  private groups(map: MapAnswer): unknown {
    return html`<div class="steps">
      <table class="grid plain flush">
        <caption class="sr">
          ${t('map.table')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('map.where')}</th>
            <th scope="col" class="n">${t('top.count')}</th>
          </tr>
        </thead>
        <tbody>
          ${[...map.clusters]
            .sort((a, b) => b.count - a.count)
            .map(
              (cluster) =>
                html`<tr>
                  <td class="num">
                    ${number(cluster.latitude, { maximumFractionDigits: 3 })},
                    ${number(cluster.longitude, { maximumFractionDigits: 3 })}
                  </td>
                  <td class="n"><a href=${this.link({ bbox: cluster.bbox.join(',') })}>${number(cluster.count)}</a></td>
                </tr>`,
            )}
        </tbody>
      </table>
    </div>`;
  }
}

const inView = (map: MapAnswer) => map.clusters.reduce((sum, { count }) => sum + count, 0);

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Chart, Shape } from '../api/types/chart';
import type { TypeDefinition } from '../api/types/definition';
import { t } from '../i18n/i18n';
import { emptyPage } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { areaChip } from '../insight/choices';
import type { Section } from '../insight/map';
import { asRange, usualInterval, type Period } from '../insight/period';
import { definitionsOf } from '../record/definitions';
import type { Words } from '../record/filters';
import { units } from '../record/units';
import { allTypes, can, navigation, typeNamed, type Found } from '../shell/areas';
import { go, place } from '../shell/router';
import {
  asked,
  chartAddress,
  chartIn,
  cubeQuery,
  hasPeriod,
  ofPoints,
  queryOf,
  withoutPeriod,
  type Asked,
} from './asked';
import type { ChartView } from './chart';
import { isCalendar } from './dimensions';
import { keepings, type Keeping } from './keeping';
import { chartTitle, misfit } from './naming';
import { comparison, divisions, periods, shapes } from './pickers';
import '../dashboard/keepdialog';
import '../export/menu';
import '../kit/menu';
import '../picture/keepdialog';
import '../record/filterbar';
import './chart';
import './measurepicker';

const START = { shape: 'line' as Shape, dimensions: ['month'], period: 'last-12-months' };
/** Filters that mean the same in every area. */
const SHARED = [
  'occurredAt',
  'createdAt',
  'updatedAt',
  'unit',
  'place',
  'asset',
  'severity',
  'phase',
  'assignee',
  'area',
];
const STEPS = ['day', 'week', 'month', 'year'];

/** Free analysis: any division by any measure, as every shape; the address holds all of it. */
@customElement('vaksam-analysis')
export class Analysis extends Trying {
  @state() private definition: TypeDefinition | null = null;
  private defined = '';

  protected override stores = () => [place, navigation, units];

  private get found(): Found | undefined {
    const readable = allTypes().filter(({ record }) => can(record, 'read'));
    return typeNamed(place.value.query.get('type') ?? '') ?? readable[0];
  }

  /** The address, with what it does not say. */
  private get chart(): Chart {
    const parameters = new URLSearchParams(place.value.query);
    if (!parameters.has('type') && this.found) parameters.set('type', this.found.record.type);
    if (!parameters.has('shape')) {
      parameters.set('shape', START.shape);
      if (!parameters.has('dimensions')) parameters.set('dimensions', START.dimensions.join(','));
      if (!hasPeriod(asked(parameters))) parameters.set('occurredAt', START.period);
    }
    const chart = chartIn(parameters) ?? { title: '', shape: START.shape, query: '' };
    const question = asked(chart.query);
    return hasPeriod(question) ? chart : { ...chart, query: queryOf(chart.shape, { ...question, compare: null }) };
  }

  private get words(): Words {
    return { type: this.definition, units: units.value, labels: new Map() };
  }

  protected override willUpdate(): void {
    this.entitle(t('analysis.title'));
    const found = this.found;
    if (!found || found.record.type === this.defined) return;
    this.defined = found.record.type;
    this.definition = null;
    void definitionsOf(found)
      .then((definition) => {
        if (definition.type === this.defined) this.definition = definition;
      })
      .catch(() => undefined);
  }

  /** An address that says nothing says from now on what is shown: filters are added to it. */
  protected override updated(): void {
    if (place.value.path === '/analysis' && !place.value.query.has('shape') && this.found)
      go(chartAddress(this.chart), { replace: true });
  }

  private readonly change = (question: Asked, shape: Shape = this.chart.shape): void => {
    const next = { ...question, filters: new URLSearchParams(question.filters) };
    if (ofPoints(this.chart.shape, asked(this.chart.query)) && !ofPoints(shape, next)) next.filters.delete('bbox');
    go(chartAddress({ shape, query: queryOf(shape, next) }));
  };

  protected override render(): unknown {
    const found = this.found;
    if (!found) return emptyPage('chart-line', t('analysis.empty'), t('analysis.empty.why'));
    const { chart, words } = this;
    const question = asked(chart.query);
    const points = ofPoints(chart.shape, question);
    const title = chartTitle(chart.shape, question, words);
    return html`<div class="page picture analysis">
      <header class="head">
        <div><h1>${t('analysis.title')}</h1></div>
        ${this.keeping({ ...chart, title })}
      </header>
      <vaksam-filters
        class="in-page"
        .type=${found.record.type}
        .definition=${this.definition}
        .hide=${['occurredAt', ...(points ? ['bbox'] : [])]}
        .lead=${html`${areaChip(found, (type) => this.toType(type, question))}${periods(question, (range) => this.toPeriod(range, question))}`}
      ></vaksam-filters>
      <div class="picks">
        ${divisions(chart.shape, question, words, this.change)}
        ${
          points
            ? nothing
            : html`<vaksam-measures
                  .measures=${question.measures}
                  .dimensions=${question.dimensions}
                  .words=${words}
                  @changed=${(event: CustomEvent<string[]>) => this.change({ ...question, measures: event.detail })}
                ></vaksam-measures>
                ${comparison(question, this.change)}`
        }
      </div>
      ${this.troubled()}
      <section class="shown">
        <div class="sec-h">
          <h2>${title}</h2>
          ${shapes(chart.shape, question, this.change)} ${points ? nothing : this.exported(chart, question, title)}
        </div>
        <vaksam-chart
          .chart=${{ ...chart, title }}
          chooses
          @chosen=${(event: CustomEvent<Period>) => this.brushed(event.detail, question)}
          @section=${(event: CustomEvent<Section>) => this.rested(event.detail)}
        ></vaksam-chart>
      </section>
    </div>`;
  }

  private exported({ shape }: Chart, question: Asked, name: string): unknown {
    const draw = (kind: 'png' | 'svg') => this.querySelector<ChartView>('vaksam-chart')!.picture(kind);
    return html`<span
      ><vaksam-export
        subject="cube"
        .name=${name}
        .query=${new URLSearchParams(cubeQuery({ ...question, compare: null }))}
        .drawing=${shape === 'line' && !misfit(shape, question) ? { name, draw } : null}
      ></vaksam-export
    ></span>`;
  }

  private keeping(chart: Chart): unknown {
    const possible = keepings.filter((one) => one.may());
    if (possible.length === 0) return nothing;
    const keep = (one: Keeping) => void this.attempt(() => one.keep(chart));
    return html`<vaksam-menu
      side="end"
      look="btn"
      .face=${html`${icon('save')}${t('analysis.keep')}${icon('chevron-down', 'i-s')}`}
      .items=${possible.map(
        (one) => html`<button type="button" @click=${() => keep(one)}>${icon(one.icon)}${one.label()}</button>`,
      )}
    ></vaksam-menu>`;
  }

  private toType(type: string, question: Asked): void {
    const general = (id: string) => !id.startsWith('fields.');
    const filters = new URLSearchParams([...question.filters].filter(([name]) => SHARED.includes(name)));
    const measures = question.measures.filter((id) => ['count', 'share'].includes(id));
    this.change({
      ...question,
      types: [type],
      filters,
      dimensions: question.dimensions.filter(general),
      measures: measures.length ? measures : ['count'],
    });
  }

  private toPeriod(range: string | null, question: Asked): void {
    const filters = new URLSearchParams(question.filters);
    for (const name of Object.keys(withoutPeriod())) filters.delete(name);
    if (range) filters.set('occurredAt', range);
    this.change({ ...question, filters });
  }

  /** The days that were dragged over, in finer steps when they are few. */
  private brushed(days: Period, question: Asked): void {
    const finest = usualInterval(days);
    const dimensions = question.dimensions.map((id) =>
      isCalendar(id) && STEPS.indexOf(finest) < STEPS.indexOf(id) ? finest : id,
    );
    this.toPeriod(asRange(days), { ...question, dimensions: [...new Set(dimensions)] });
  }

  /** Where the map is looked at stands in the address too, but is no step to go back. */
  private rested({ bbox, zoom }: Section): void {
    const { chart } = this;
    const question = asked(chart.query);
    if (place.value.path !== '/analysis' || !ofPoints(chart.shape, question)) return;
    const filters = new URLSearchParams(question.filters);
    filters.set('bbox', bbox.join(','));
    go(chartAddress({ shape: chart.shape, query: queryOf(chart.shape, { ...question, filters, zoom }) }), {
      replace: true,
    });
  }
}

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get, post, put, remove } from '../api/client';
import type { RecordDoc } from '../api/types/record';
import type { RecordChart, RecordCharts as Listed } from '../api/types/recordchart';
import { questionDialog } from '../admin/question';
import { chartAddress } from '../chart/asked';
import '../chart/chart';
import { t } from '../i18n/i18n';
import { fullMoment } from '../i18n/time';
import { empty, failed } from '../kit/feedback';
import { icon } from '../kit/icon';
import '../kit/menu';
import { counted } from '../kit/part';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import type { Found } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { before, gatheringOf } from './gathering';

/** Charts of a record as they were shown, with what is said of each. Sends `changed`. */
@customElement('vaksam-record-charts')
export class RecordCharts extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) found!: Found;
  @state() private list: Listed | null = null;
  @state() private problem: unknown = null;
  @state() private editing = '';
  @state() private removing: RecordChart | null = null;
  @state() private earlier: { record: RecordDoc; days: number } | null = null;
  private asked = '';
  private leaveLive: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLive = recordChanged.watch((event) => {
      if (event?.id === this.record?.id && !this.busy && !this.editing) void this.load();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaveLive();
  }

  /** Whether one expects charts here, though there are none yet. */
  private get gathers(): boolean {
    return gatheringOf(this.found.record.type) !== undefined;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const wanted = `${this.record.id} ${this.record.phase}`;
    if (wanted === this.asked) return;
    this.asked = wanted;
    void this.load();
  }

  private async load(): Promise<void> {
    const { record } = this;
    try {
      const list = await get<Listed>(`charts?record=${record.id}`);
      if (record.id !== this.record.id) return;
      this.list = list;
      this.problem = null;
      if (list.items.length || this.gathers) counted(this, 'charts', String(list.items.length));
      const gathering = gatheringOf(this.found.record.type);
      this.earlier = list.items.length === 0 && list.mayChange && gathering ? await before(record, gathering) : null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  private async changed(): Promise<void> {
    await this.load();
    this.dispatchEvent(new CustomEvent('changed'));
  }

  protected override render(): unknown {
    const { list } = this;
    if (this.problem) return this.gathers ? failed(this.problem, () => void this.load()) : nothing;
    if (!list || (list.items.length === 0 && !this.gathers)) return nothing;
    return html`<section class="sec record-charts" aria-labelledby="charts-title">
      <header>
        <h2 id="charts-title">
          ${t('charts.title')} ${list.items.length ? html`<span class="count">${list.items.length}</span>` : nothing}
        </h2>
        ${
          list.mayChange && list.items.length
            ? html`<button
                class="btn sm push"
                type="button"
                ?disabled=${this.busy}
                @click=${() => void this.renew(list.items)}
              >
                ${icon('rotate-cw')}${t('charts.renew.all')}
              </button>`
            : nothing
        }
      </header>
      ${this.troubled()}
      ${
        list.items.length
          ? html`<ol class="charts">
              ${list.items.map((chart, at) => this.one(chart, at, list))}
            </ol>`
          : this.none(list)
      }
      ${
        this.removing
          ? questionDialog(
              {
                heading: t('charts.remove.ask', { name: this.removing.title }),
                why: t('charts.remove.why'),
                verb: t('charts.remove'),
                act: this.taken(this.removing),
              },
              () => (this.removing = null),
            )
          : nothing
      }
    </section>`;
  }

  private none({ mayChange }: Listed): unknown {
    const { earlier } = this;
    return empty(
      'chart-line',
      t('charts.none'),
      mayChange ? t('charts.none.why') : '',
      mayChange
        ? html`<p class="row tight centred">
            ${
              earlier
                ? html`<button
                    class="btn primary"
                    type="button"
                    ?disabled=${this.busy}
                    @click=${() => void this.copy()}
                  >
                    ${icon('copy')}${t('charts.copy', { number: earlier.record.number })}
                  </button>`
                : nothing
            }
            <a class="btn" href="/console/picture">${icon('activity')}${t('charts.open.picture')}</a>
            <a class="btn" href="/console/analysis">${icon('chart-line')}${t('charts.analysis')}</a>
          </p>`
        : nothing,
    );
  }

  private one(chart: RecordChart, at: number, { items, mayChange }: Listed): unknown {
    const { id, title, shape, query, data, note, frozenAt, frozenBy } = chart;
    return html`<li class="chart-${shape}">
      <div class="sec-h">
        <h3>${title}</h3>
        <span class="push"></span>
        <vaksam-menu
          side="end"
          look="btn sm icon quiet"
          name=${t('charts.more', { name: title })}
          .face=${icon('ellipsis')}
          .items=${html`<a href=${chartAddress({ shape, query })}>${icon('chart-line')}${t('charts.analysis')}</a>
            ${mayChange ? this.deeds(chart, at, items) : nothing}`}
        ></vaksam-menu>
      </div>
      <vaksam-chart .chart=${{ title, shape, query }} .data=${data}></vaksam-chart>
      ${this.editing === id ? this.editor(chart) : note ? html`<p class="said breaks">${note}</p>` : nothing}
      <p class="s m2">${t('charts.frozen', { when: fullMoment(frozenAt), name: frozenBy.name })}</p>
    </li>`;
  }

  private deeds(chart: RecordChart, at: number, items: RecordChart[]): unknown {
    const swap = (step: number) => () => void this.order(items, at, at + step);
    return html`<button type="button" @click=${() => (this.editing = chart.id)}>
        ${icon('pencil-line')}${t('charts.edit')}
      </button>
      <button type="button" @click=${() => void this.renew([chart])}>${icon('rotate-cw')}${t('charts.renew')}</button>
      ${at > 0 ? html`<button type="button" @click=${swap(-1)}>${icon('arrow-up')}${t('charts.up')}</button>` : nothing}
      ${
        at < items.length - 1
          ? html`<button type="button" @click=${swap(1)}>${icon('arrow-down')}${t('charts.down')}</button>`
          : nothing
      }
      <hr />
      <button type="button" @click=${() => (this.removing = chart)}>${icon('trash-2')}${t('charts.remove')}</button>`;
  }

  private editor(chart: RecordChart): unknown {
    return html`<form class="stack" @submit=${(event: Event) => void this.save(event, chart)}>
      <label class="field"
        ><span class="label">${t('keep.record.title')}</span
        ><input class="in" name="title" required maxlength="200" autocomplete="off" .value=${chart.title}
      /></label>
      <label class="field"
        ><span class="label">${t('charts.note')}</span
        ><textarea class="in" name="note" rows="4" maxlength="3000" .value=${chart.note}></textarea>
      </label>
      <p class="row tight">
        <button class="btn primary" type="submit" ?disabled=${this.busy}>${t('action.save')}</button>
        <button class="btn" type="button" @click=${() => (this.editing = '')}>${t('action.cancel')}</button>
      </p>
    </form>`;
  }

  private async save(event: Event, chart: RecordChart): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body = { title: form.get('title'), note: form.get('note'), shape: chart.shape };
    const headers = { 'If-Match': `"${chart.version}"` };
    if (!(await this.attempt(() => call(`charts/${chart.id}`, { method: 'PUT', body, headers })))) return;
    this.editing = '';
    await this.changed();
  }

  /** One after the other: each is counted anew. */
  private async renew(charts: RecordChart[]): Promise<void> {
    const done = await this.attempt(async () => {
      for (const { id, version } of charts)
        await call(`charts/${id}/renewal`, { method: 'POST', headers: { 'If-Match': `"${version}"` } });
    });
    if (done) toast(t('charts.renewed'));
    await this.changed();
  }

  private async order(items: RecordChart[], from: number, to: number): Promise<void> {
    const ids = items.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    await this.attempt(() => put('charts/order', { record: this.record.id, charts: ids }));
    await this.changed();
  }

  private readonly taken = (chart: RecordChart) => async (): Promise<void> => {
    await this.attempt(() => remove(`charts/${chart.id}`, `"${chart.version}"`));
    await this.changed();
  };

  private async copy(): Promise<void> {
    const { record, days } = this.earlier!;
    const order = { from: record.id, to: this.record.id, days };
    await this.attempt(async () => {
      const { items } = await post<Listed>('charts/copies', order);
      toast(t('charts.copied', { n: items.length, number: record.number, days }));
    });
    await this.changed();
  }
}

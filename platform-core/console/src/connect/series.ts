import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, put, remove } from '../api/client';
import type { OtherRecord, Series, SeriesOf } from '../api/types/connection';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { FIRST, rest } from '../kit/part';
import { Trying } from '../kit/trying';
import type { Choosable } from '../record/combobox';
import { findRecords, otherName, standing } from './other';
import './reason';
import '../kit/dialog';
import '../record/combobox';

/** The series a record leads, with its records in the order of what happened, and those it is in. Sends `named`. */
@customElement('vaksam-record-series')
export class SeriesPart extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ type: Boolean }) editable = false;
  /** Asks for a name. */
  @property({ type: Boolean }) naming = false;
  @state() private series: SeriesOf = { leads: null, in: [] };
  @state() private all = false;
  @state() private leaving: OtherRecord | 'all' | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('record') as RecordDoc | undefined;
    if (changed.has('record') && before?.id !== this.record.id) void this.load();
  }

  private get address(): string {
    return `records/${this.record.id}/series`;
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    const series = await get<SeriesOf>(this.address).catch((): SeriesOf => ({ leads: null, in: [] }));
    if (id === this.record.id) this.series = series;
  }

  protected override render(): unknown {
    const { leads } = this.series;
    return html`${this.troubled()}
    ${this.series.in.map(
      ({ record, name }) =>
        html`<p class="connect-in">
          ${icon('layers', 'i-s')} <span class="m2">${t('series.in')}</span> <b class="b breaks">${name}</b>:
          ${otherName(record)}
        </p>`,
    )}
    ${leads ? this.led(leads) : nothing} ${this.naming ? this.named() : nothing}
    ${this.leaving ? this.left(this.leaving) : nothing}`;
  }

  /** All that is here, then the next page. */
  private readonly more = async (leads: Series): Promise<void> => {
    if (!this.all || !leads.next) {
      this.all = true;
      return;
    }
    const cursor = encodeURIComponent(leads.next);
    await this.attempt(async () => {
      const page = (await get<SeriesOf>(`${this.address}?cursor=${cursor}`)).leads;
      if (page && this.series.leads === leads)
        this.series = { ...this.series, leads: { ...page, members: [...leads.members, ...page.members] } };
    });
  };

  private led(leads: Series): unknown {
    const { name, members, next } = leads;
    const shown = members.slice(0, this.all ? members.length : FIRST);
    const hidden = members.length - shown.length;
    return html`<section class="connect-values" aria-label=${t('series.leads', { name })}>
      <h3 class="row">
        <span class="breaks">${t('series.leads', { name })}</span>
        ${members.length ? html`<span class="count num">${members.length}${next ? '+' : ''}</span>` : nothing}
        ${
          this.editable
            ? html`<button class="btn quiet sm" type="button" @click=${() => (this.leaving = 'all')}>
                ${t('series.end')}
              </button>`
            : nothing
        }
      </h3>
      ${members.length ? nothing : html`<p class="m2">${t('series.empty')}</p>`}
      <ol class="connect">
        ${shown.map(
          (member) =>
            html`<li>
              <span class="connect-what">${otherName(member)}</span>${standing(member)}
              ${
                this.editable
                  ? html`<button
                      class="btn quiet icon sm"
                      type="button"
                      aria-label=${t('series.leave', { what: member.number })}
                      @click=${() => (this.leaving = member)}
                    >
                      ${icon('x')}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ol>
      ${rest(hidden, hidden > 0 || next ? () => void this.more(leads) : null)}
      ${
        this.editable
          ? html`<div class="field">
              <label class="label" for="series-member">${t('series.add')}</label>
              <vaksam-combobox
                fieldId="series-member"
                .value=${null}
                .ask=${findRecords(this.record.id)}
                @chosen=${({ detail }: CustomEvent<Choosable | null>) => detail && void this.add(detail.id)}
              ></vaksam-combobox>
            </div>`
          : nothing
      }
    </section>`;
  }

  private named(): unknown {
    const close = () => this.dispatchEvent(new CustomEvent('named'));
    return html`<vaksam-dialog
      heading=${t(this.series.leads ? 'series.rename' : 'series.make')}
      .body=${html`<form id="series-form" class="stack" novalidate @submit=${this.name}>
        ${this.troubled()}
        <label class="field"
          ><span class="label">${t('series.name')}</span
          ><input
            class="in"
            name="name"
            maxlength="200"
            autocomplete="off"
            .value=${this.series.leads?.name ?? ''}
          /><span class="hint">${t('series.name.hint')}</span></label
        >
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${close}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="series-form" ?disabled=${this.busy}>
          ${t('series.save')}
        </button>`}
      @close=${close}
    ></vaksam-dialog>`;
  }

  private left(what: OtherRecord | 'all'): unknown {
    const one = what === 'all' ? '' : `/members/${what.id}`;
    return html`<vaksam-connect-reason
      heading=${t(what === 'all' ? 'series.end' : 'series.leave.title')}
      deed=${t(what === 'all' ? 'series.end' : 'link.remove.do')}
      .work=${(reason: string) => remove(`${this.address}${one}?reason=${encodeURIComponent(reason)}`)}
      @done=${() => {
        this.leaving = null;
        void this.load();
      }}
      @close=${() => (this.leaving = null)}
    ></vaksam-connect-reason>`;
  }

  private readonly name = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '').trim();
    if (!(await this.attempt(() => put(this.address, { name })))) return;
    this.dispatchEvent(new CustomEvent('named'));
    await this.load();
  };

  private async add(id: string): Promise<void> {
    await this.attempt(() => put(`${this.address}/members/${id}`, undefined));
    await this.load();
  }
}

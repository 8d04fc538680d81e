import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api/client';
import type { Chart } from '../api/types/chart';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { addDays, mondayOf, shortDay, today, weekOf } from '../i18n/time';
import type { Period } from '../insight/period';
import '../kit/dialog';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { can, listAddress } from '../shell/areas';
import { go } from '../shell/router';
import { gatherings, type Gathering } from './gathering';

const lastWeek = (): Period => {
  const monday = addDays(mondayOf(weekOf(today())), -7);
  return { from: monday, to: addDays(monday, 6) };
};

/** Makes a record out of what is shown: its charts with their figures, for a period. Nothing for whoever may not. */
@customElement('vaksam-freeze')
export class Freeze extends Trying {
  @property({ attribute: false }) charts: Chart[] = [];
  @state() private open = false;
  @state() private period: Period = lastWeek();
  @state() private named: string | null = null;
  /** Kept when something fails afterwards, so that trying again makes no second one. */
  private made: RecordDoc | null = null;
  private key = '';

  private get gathering(): Gathering | undefined {
    return gatherings().find(
      ({ found, period }) => period && can(found.record, 'create') && can(found.record, 'handle'),
    );
  }

  protected override render(): unknown {
    const { gathering } = this;
    if (!gathering) return nothing;
    const what = label(gathering.found.record.title).toLowerCase();
    return html`<button class="btn primary" type="button" @click=${this.begin}>
        ${icon('snowflake')}${t('freeze.start', { what })}
      </button>
      ${this.open ? this.dialog(gathering, what) : nothing}`;
  }

  private readonly begin = (): void => {
    this.open = true;
    this.named = null;
    this.made = null;
    this.key = crypto.randomUUID();
  };

  private dialog(gathering: Gathering, what: string): unknown {
    return html`<vaksam-dialog
      heading=${t('freeze.title', { what })}
      .body=${html`<form id="freeze-form" class="stack" @submit=${(event: Event) => void this.send(event, gathering)}>
        <p class="m2">${t('freeze.why')}</p>
        ${this.troubled()}
        <label class="field"
          ><span class="label">${t('freeze.name')}</span
          ><input
            class="in"
            name="title"
            required
            maxlength="200"
            autocomplete="off"
            .value=${this.named ?? this.suggested(gathering)}
            @input=${(event: Event) => (this.named = (event.target as HTMLInputElement).value)}
        /></label>
        <div class="row">${this.day('from')}${this.day('to')}</div>
        <fieldset class="stack">
          <legend class="label">${t('freeze.charts')}</legend>
          ${this.charts.map(
            (chart, at) =>
              html`<label class="check"
                ><input type="checkbox" name="chart" value=${at} checked />${chart.title}</label
              >`,
          )}
        </fieldset>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="freeze-form" ?disabled=${this.busy}>
          ${icon('snowflake')}${t('freeze.make')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private day(end: 'from' | 'to'): unknown {
    return html`<label class="field grow"
      ><span class="label">${t(`freeze.${end}`)}</span
      ><input
        class="in"
        type="date"
        required
        min=${end === 'to' ? this.period.from : nothing}
        .value=${this.period[end]}
        @change=${(event: Event) => (this.period = { ...this.period, [end]: (event.target as HTMLInputElement).value })}
    /></label>`;
  }

  /** A whole week by its number, every other period by its days. */
  private suggested({ found }: Gathering): string {
    const { from, to } = this.period;
    const what = label(found.record.title);
    const week = from && mondayOf(weekOf(from)) === from && addDays(from, 6) === to;
    return week
      ? t('freeze.name.week', { what, week: Number(weekOf(from).slice(6)) })
      : t('freeze.name.period', { what, from: from && shortDay(from), to: to && shortDay(to) });
  }

  private readonly leave = (): void => {
    this.open = false;
    this.trouble = null;
  };

  private async send(event: Event, { found, period }: Gathering): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const chosen = form.getAll('chart').map((at) => this.charts[Number(at)]);
    const { area, record: type } = found;
    const done = await this.attempt(async () => {
      const content = {
        title: form.get('title'),
        fields: { [period!.from]: this.period.from, [period!.to]: this.period.to },
      };
      this.made ??= await post<RecordDoc>(`${area.module}/${type.path}`, content, { 'Idempotency-Key': this.key });
      for (const chart of chosen) if (chart) await post('charts', { ...chart, record: this.made.id });
    });
    if (!done || !this.made) return;
    const { number } = this.made;
    this.leave();
    toast(t('freeze.made', { number }));
    go(`${listAddress(found)}/${number}`);
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api/client';
import type { Chart } from '../api/types/chart';
import type { RecordDoc } from '../api/types/record';
import { keepings } from '../chart/keeping';
import { t } from '../i18n/i18n';
import '../kit/dialog';
import { note, skeleton } from '../kit/feedback';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { listAddress, type Found } from '../shell/areas';
import { go } from '../shell/router';
import { titleOf } from '../record/withheld';
import { openRecords, writable } from './gathering';

/** Asks which record a chart is put on, and puts it there. Sends `close`. */
@customElement('vaksam-keep-dialog')
export class KeepDialog extends Trying {
  @property({ attribute: false }) chart!: Chart;
  @state() private records: { record: RecordDoc; found: Found }[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => (this.records = await openRecords()));
  }

  protected override render(): unknown {
    const { records } = this;
    return html`<vaksam-dialog
      heading=${t('keep.record.which')}
      .body=${html`${this.troubled()}${records ? this.form(records) : this.trouble ? nothing : skeleton(3)}`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button>${
          records?.length
            ? html`<button class="btn primary" type="submit" form="keep-form" ?disabled=${this.busy}>
                ${t('keep.record.add')}
              </button>`
            : nothing
        }`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private form(records: { record: RecordDoc; found: Found }[]): unknown {
    if (records.length === 0) return html`<p>${t('keep.record.none')}</p>`;
    return html`<form id="keep-form" class="stack" @submit=${this.send}>
      <label class="field"
        ><span class="label">${t('keep.record.which')}</span
        ><select class="in" name="record">
          ${records.map(({ record }) => html`<option value=${record.id}>${record.number} ${titleOf(record)}</option>`)}
        </select></label
      >
      <label class="field"
        ><span class="label">${t('keep.record.title')}</span
        ><input class="in" name="title" required maxlength="200" autocomplete="off" .value=${this.chart.title}
      /></label>
      ${note('', 'eye', t('keep.record.sees'))}
    </form>`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const chosen = this.records?.find(({ record }) => record.id === form.get('record'));
    if (!chosen) return;
    const { record, found } = chosen;
    const order = { ...this.chart, title: form.get('title'), record: record.id };
    if (!(await this.attempt(() => post('charts', order)))) return;
    const run = () => go(`${listAddress(found)}/${record.number}`);
    toast(t('keep.record.done', { number: record.number }), { label: t('action.open'), run });
    this.leave();
  };
}

keepings.push({
  id: 'record',
  label: () => t('keep.record'),
  icon: 'activity',
  may: () => writable().length > 0,
  keep: (chart) =>
    new Promise((done) => {
      const dialog = new KeepDialog();
      dialog.chart = chart;
      dialog.addEventListener('close', () => {
        dialog.remove();
        done();
      });
      document.body.append(dialog);
    }),
});

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api/client';
import type { Links } from '../api/types/connection';
import type { RecordDoc } from '../api/types/record';
import { findAssets } from '../asset/register';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import type { Choosable } from '../record/combobox';
import { may } from '../shell/session';
import { findRecords } from './other';
import '../kit/dialog';
import '../record/combobox';

/** Connects a record with another or with an asset. Sends `done` and `close`. */
@customElement('vaksam-link-dialog')
export class LinkDialog extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) links!: Links;
  @state() private what: 'record' | 'asset' = 'record';
  @state() private chosen: Choosable | null = null;
  @state() private lacking = false;

  protected override render(): unknown {
    const relations = this.what === 'record' ? this.links.relations : this.links.assetRelations;
    return html`<vaksam-dialog
      heading=${t('link.connect')}
      .body=${html`<form id="link-form" class="stack" novalidate @submit=${this.send}>
        ${this.troubled()} ${may('platform:assets:read') ? this.kinds() : nothing}
        <label class="field"
          ><span class="label">${t('link.relation')}</span
          ><select class="in" name="relation">
            ${relations.map(({ id, label: words }) => html`<option value=${id} ?selected=${id === 'related'}>${label(words)}</option>`)}
          </select></label
        >
        <div class="field">
          <label class="label" for="link-other">${t(this.what === 'record' ? 'link.other' : 'link.asset')}</label>
          <vaksam-combobox
            fieldId="link-other"
            described="link-other-error"
            ?invalid=${this.lacking}
            .value=${this.chosen}
            .ask=${this.what === 'record' ? findRecords(this.record.id) : findAssets}
            @chosen=${({ detail }: CustomEvent<Choosable | null>) => (this.chosen = detail)}
          ></vaksam-combobox>
          <span class="hint">${t('link.other.hint')}</span>
          <span class="err" id="link-other-error" role="alert"
            >${this.lacking ? html`${icon('circle-alert')}${t('link.choose')}` : nothing}</span
          >
        </div>
        <label class="field"
          ><span class="label">${t('link.note')} <span class="opt">${t('form.optional')}</span></span
          ><input class="in" name="note" maxlength="1000" autocomplete="off"
        /></label>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="link-form" ?disabled=${this.busy}>${t('link.add')}</button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private kinds(): unknown {
    return html`<label class="field"
      ><span class="label">${t('link.what')}</span
      ><select
        class="in"
        name="what"
        @change=${(event: Event) => {
          this.what = (event.target as HTMLSelectElement).value === 'asset' ? 'asset' : 'record';
          this.chosen = null;
        }}
      >
        <option value="record">${t('link.record')}</option>
        <option value="asset">${t('link.asset')}</option>
      </select></label
    >`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.lacking = !this.chosen;
    const other = this.chosen;
    if (!other) return;
    const form = new FormData(event.target as HTMLFormElement);
    const order = { relation: form.get('relation'), [this.what]: other.id, note: form.get('note') ?? '' };
    if (await this.attempt(() => post(`records/${this.record.id}/links`, order)))
      this.dispatchEvent(new CustomEvent('done'));
  };
}

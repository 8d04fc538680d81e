import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api/client';
import type { DesignType, Draft } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import '../kit/dialog';
import { Trying } from '../kit/trying';
import { address, go } from '../shell/router';
import { free, idFrom } from './model';

/** Begins a new kind of records: its name, and what it begins with. */
@customElement('vaksam-new-kind')
export class NewKind extends Trying {
  @property({ attribute: false }) type!: DesignType;
  @state() private sv = '';
  @state() private en = '';
  @state() private from = '';

  protected override render(): unknown {
    const input = (language: 'sv' | 'en', value: string, put: (value: string) => void) =>
      html`<label class="field"
        ><span class="label">${t('design.name')}, ${t(language === 'sv' ? 'design.swedish' : 'design.english')}</span
        ><input
          class="in"
          lang=${language}
          required
          maxlength="200"
          autocomplete="off"
          .value=${value}
          @input=${(event: Event) => put((event.target as HTMLInputElement).value)}
      /></label>`;
    return html`<vaksam-dialog
      heading=${t('design.kind.new')}
      .body=${html`<form id="new-kind" class="stack" @submit=${this.start}>
        ${this.troubled()} ${input('sv', this.sv, (value) => (this.sv = value))}
        ${input('en', this.en, (value) => (this.en = value))}
        <label class="field"
          ><span class="label">${t('design.kind.from')}</span
          ><select class="in" @change=${(event: Event) => (this.from = (event.target as HTMLSelectElement).value)}>
            <option value="">${t('design.kind.common')}</option>
            ${this.type.kinds
              .filter(({ version, retired }) => version > 0 && !retired)
              .map(({ kind, title }) => html`<option value=${kind}>${label(title) || kind}</option>`)}
          </select></label
        >
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button
          class="btn primary"
          type="submit"
          form="new-kind"
          ?disabled=${this.busy || !this.sv.trim() || !this.en.trim()}
        >
          ${t('design.kind.begin')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly start = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    await this.attempt(async () => {
      const words = idFrom(this.en, 'kind').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const kind = free(
        words.slice(0, 40).replace(/-+$/, ''),
        this.type.kinds.map((one) => one.kind),
      );
      const draft = await post<Draft>('definitions/drafts', {
        type: this.type.type,
        kind,
        title: { sv: this.sv.trim(), en: this.en.trim() },
        ...(this.from ? { from: this.from } : {}),
      });
      this.leave();
      go(address(`/admin/definitions/${draft.id}`));
    });
  };
}

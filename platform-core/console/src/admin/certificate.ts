import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { post } from '../api/client';
import type { Certificate } from '../api/types/trust';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';

/** A certificate to trust from now on, from a file or pasted. Sends `added`, and `done` when it is left. */
@customElement('vaksam-certificate')
export class AddCertificate extends Trying {
  @state() private text = '';

  private readonly leave = () => this.dispatchEvent(new CustomEvent('done'));

  protected override render(): unknown {
    return html`<vaksam-dialog
      heading=${t('trust.add')}
      .body=${html`<form id="certificate-form" class="stack" @submit=${this.send}>
        ${this.troubled()}
        <p class="m2">${t('trust.add.why')}</p>
        <label class="btn file"
          >${icon('file-up')}${t('trust.add.file')}<input
            class="sr"
            type="file"
            accept=".pem,.crt,.cer"
            @change=${this.chosen}
        /></label>
        <label class="field"
          ><span class="label">${t('trust.add.text')}</span
          ><textarea
            class="in mono"
            rows="7"
            required
            spellcheck="false"
            placeholder="-----BEGIN CERTIFICATE-----"
            .value=${this.text}
            @input=${(event: InputEvent) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="certificate-form">${t('trust.add.do')}</button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private readonly chosen = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) this.text = await file.text();
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    await this.attempt(async () => {
      await post<Certificate>('modules/trust', { certificate: this.text });
      toast(t('trust.added'));
      this.dispatchEvent(new CustomEvent('added'));
      this.leave();
    });
  };
}

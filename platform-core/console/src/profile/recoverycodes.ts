import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import './profile.css';

/** Recovery codes, shown once. Sends `done` when the person has kept them. */
@customElement('vaksam-recovery-codes')
export class RecoveryCodes extends View {
  @property({ attribute: false }) codes: string[] = [];

  protected override render(): unknown {
    return html`<div class="stack">
      ${note('warn', 'life-buoy', t('factor.codes.why'))}
      <ul class="codes mono" aria-label=${t('factor.codes')}>
        ${this.codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div class="row wrap">
        <button class="btn" type="button" @click=${this.copy}>${icon('copy')}${t('action.copy')}</button
        ><button class="btn primary" type="button" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>
          ${t('factor.codes.kept')}
        </button>
      </div>
    </div>`;
  }

  private readonly copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(this.codes.join('\n')).catch(() => undefined);
    toast(t('factor.codes.copied'));
  };
}

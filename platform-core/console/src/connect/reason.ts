import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import '../kit/dialog';

/** Asks why, and does it with the answer. Sends `done` when it is done and `close` when it is left. */
@customElement('vaksam-connect-reason')
export class ReasonDialog extends Trying {
  @property() heading = '';
  @property() deed = '';
  @property({ attribute: false }) work: (reason: string) => Promise<unknown> = () => Promise.resolve();
  @state() private lacking = false;

  protected override render(): unknown {
    return html`<vaksam-dialog
      heading=${this.heading}
      .body=${html`<form id="reason-form" class="stack" novalidate @submit=${this.send}>
        ${this.troubled()}
        <div class="field">
          <label class="label" for="connect-reason">${t('link.reason')}</label>
          <textarea
            class="in"
            id="connect-reason"
            rows="3"
            maxlength="1000"
            aria-invalid=${this.lacking}
            aria-describedby="connect-reason-error"
          ></textarea>
          <span class="err" id="connect-reason-error" role="alert"
            >${this.lacking ? html`${icon('circle-alert')}${t('link.reason.missing')}` : nothing}</span
          >
        </div>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="reason-form" ?disabled=${this.busy}>${this.deed}</button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const reason = this.querySelector('textarea')?.value.trim() ?? '';
    this.lacking = !reason;
    if (reason && (await this.attempt(() => this.work(reason)))) this.dispatchEvent(new CustomEvent('done'));
  };
}

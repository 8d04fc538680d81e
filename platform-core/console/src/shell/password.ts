import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { changePassword } from './session';
import '../kit/dialog';

/** Changes one's own password. Sends `done` when the dialog is over. */
@customElement('vaksam-password')
export class Password extends Trying {
  @state() private short = false;

  protected override render(): unknown {
    return html`<vaksam-dialog
      heading=${t('password.change')}
      .body=${html`<form id="password-form" class="stack" @submit=${this.save}>
        ${this.troubled()}
        <label class="field"
          ><span class="label">${t('password.current')}</span
          ><input class="in" type="password" name="current" autocomplete="current-password" required
        /></label>
        <label class="field"
          ><span class="label">${t('password.new')}</span
          ><input
            class="in"
            type="password"
            name="next"
            autocomplete="new-password"
            required
            aria-invalid=${this.short}
            aria-describedby="password-hint"
          /><span id="password-hint" class=${this.short ? 'err' : 'hint'}>${t('password.hint')}</span></label
        >
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.abandon}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="password-form">${t('password.change')}</button>`}
      @close=${this.abandon}
    ></vaksam-dialog>`;
  }

  private readonly abandon = (): void => {
    this.dispatchEvent(new CustomEvent('done'));
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const next = String(form.get('next'));
    this.short = next.length < 12;
    if (this.short) return;
    await this.attempt(async () => {
      await changePassword(String(form.get('current')), next);
      toast(t('password.changed'));
      this.abandon();
    });
  };
}

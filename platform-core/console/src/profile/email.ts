import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, put } from '../api/client';
import { t } from '../i18n/i18n';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';

/** Where one gets letters, for a new password. */
@customElement('vaksam-email')
export class Email extends Trying {
  @state() private email = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(
      async () => void (this.email = (await get<{ email: string | null }>('profile/email')).email ?? ''),
    );
  }

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="email-title">
      <header><h2 id="email-title">${t('email.title')}</h2></header>
      <p class="m2">${t('email.why')}</p>
      ${this.troubled()}
      <form class="inline-form" @submit=${this.save}>
        <label class="field"
          ><span class="label">${t('email.title')}</span
          ><input
            class="in"
            type="email"
            name="email"
            autocomplete="email"
            maxlength="200"
            required
            .value=${this.email}
        /></label>
        <label class="field"
          ><span class="label">${t('password.current')}</span
          ><input class="in" type="password" name="password" autocomplete="current-password" required
        /></label>
        <button class="btn" type="submit">${t('action.save')}</button>
      </form>
    </section>`;
  }

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    void this.attempt(async () => {
      const sent = { email: String(form.get('email')), password: String(form.get('password')) };
      this.email = (await put<{ email: string }>('profile/email', sent)).email;
      element.reset();
      toast(t('email.saved'));
    });
  };
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../api/client';
import { t } from '../i18n/i18n';
import { note, noteOf } from '../kit/feedback';
import { View } from '../kit/view';
import { go } from './router';

const ask = <T>(address: string, body?: unknown) =>
  call<T>(address, { open: true, ...(body ? { method: 'POST', body } : {}) });

/** For who has forgotten the password: asks for a letter, or, with the link of the letter, for the new password. Sends `over`. */
@customElement('vaksam-reset')
export class Reset extends View {
  /** From the address, where neither logs nor other pages see it. */
  private readonly token = location.pathname.endsWith('/reset') ? location.hash.slice(1) : '';
  @state() private possible = true;
  @state() private done = false;
  @state() private problem: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.token)
      void ask<{ possible: boolean }>('sign-in/reset').then(
        ({ body }) => (this.possible = body.possible),
        () => undefined,
      );
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  protected override render(): unknown {
    return html`<h1 id="login-title">${t('reset.title')}</h1>
      ${this.problem ? noteOf(this.problem) : nothing}
      ${this.done ? this.finished() : this.token ? this.choose() : this.possible ? this.request() : html`<p class="m2">${t('reset.impossible')}</p>`}
      <button class="btn quiet" type="button" @click=${this.leave}>${t('reset.back')}</button>`;
  }

  private finished = () => note('ok', 'circle-check', t(this.token ? 'reset.changed' : 'reset.sent'));

  private request = () =>
    html`<p class="m2">${t('reset.why')}</p>
      <form class="stack" @submit=${this.submit}>
        <label class="field"
          ><span class="label">${t('login.username')}</span
          ><input class="in tall" name="username" autocomplete="username" autocapitalize="none" required
        /></label>
        <button class="btn primary touch" type="submit">${t('reset.send')}</button>
      </form>`;

  private choose = () =>
    html`<form class="stack" @submit=${this.submit}>
      <label class="field"
        ><span class="label">${t('password.new')}</span
        ><input
          class="in tall"
          type="password"
          name="password"
          autocomplete="new-password"
          minlength="12"
          required
          aria-describedby="reset-hint"
        /><span class="hint" id="reset-hint">${t('password.hint')}</span></label
      >
      <button class="btn primary touch" type="submit">${t('password.change')}</button>
    </form>`;

  private readonly leave = (): void => {
    if (this.token) go('/console/', { replace: true });
    this.dispatchEvent(new CustomEvent('over'));
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    try {
      if (this.token)
        await ask('sign-in/reset/confirmation', { token: this.token, password: String(form.get('password')) });
      else await ask('sign-in/reset', { username: String(form.get('username')) });
      this.done = true;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  };
}

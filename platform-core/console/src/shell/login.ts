import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import type { Pending } from '../api/types/session';
import { t } from '../i18n/i18n';
import { prefer, preferences } from '../i18n/preferences';
import { note } from '../kit/feedback';
import { icon, logo } from '../kit/icon';
import { View } from '../kit/view';
import './provider';
import './reset';
import './secondstep';
import { me, signIn } from './session';

/** The way in; with `over`, a layer on a page whose session has run out. */
@customElement('vaksam-login')
export class Login extends View {
  @property({ type: Boolean }) over = false;
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @state() private visible = false;
  @state() private wait = 0;
  @state() private pending: Pending | null = null;
  @state() private forgotten = location.pathname.endsWith('/reset');
  private counting = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.counting);
  }

  protected override firstUpdated(): void {
    if (this.over) this.querySelector('dialog')?.showModal();
    else this.entitle(t('login.in'));
    const known = this.over ? this.querySelector<HTMLInputElement>('[name=password]') : null;
    (known ?? this.querySelector<HTMLInputElement>('[name=username]'))?.focus();
  }

  protected override render(): unknown {
    if (!this.over) return html`<main class="login" id="main">${this.card()}</main>`;
    return html`<dialog
      class="dialog login-over"
      aria-labelledby="login-title"
      @cancel=${(event: Event) => event.preventDefault()}
    >
      ${this.card()}
    </dialog>`;
  }

  private card(): unknown {
    const { language } = preferences.value;
    return html`<div class="login-card">
      <div class="login-brand">${logo()}<span>Vaksam</span></div>
      ${
        this.pending
          ? html`<vaksam-second-step
              .pending=${this.pending}
              @over=${() => (this.pending = null)}
            ></vaksam-second-step>`
          : this.forgotten
            ? html`<vaksam-reset @over=${() => (this.forgotten = false)}></vaksam-reset>`
            : this.password()
      }
      <button
        class="btn quiet sm"
        type="button"
        lang=${language === 'sv' ? 'en' : 'sv'}
        @click=${() => prefer({ language: language === 'sv' ? 'en' : 'sv' })}
      >
        ${icon('languages')}${language === 'sv' ? 'English' : 'Svenska'}
      </button>
    </div>`;
  }

  private password(): unknown {
    return html`<h1 id="login-title">${this.over ? t('login.again') : t('login.in')}</h1>
      <p class="m2">${this.over ? t('login.again.why') : t('login.why')}</p>
      <form class="stack" @submit=${this.submit}>
        ${this.trouble()}
        <label class="field"
          ><span class="label">${t('login.username')}</span
          ><input
            class="in tall"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            .value=${this.over ? (me()?.username ?? '') : ''}
        /></label>
        <div class="field">
          <label class="label" for="login-password">${t('login.password')}</label>
          <span class="reveal"
            ><input
              class="in tall"
              id="login-password"
              name="password"
              type=${this.visible ? 'text' : 'password'}
              autocomplete="current-password"
              required
            /><button
              class="btn quiet icon sm"
              type="button"
              aria-pressed=${this.visible}
              aria-label=${t('login.show')}
              @click=${() => (this.visible = !this.visible)}
            >
              ${icon(this.visible ? 'eye-off' : 'eye')}
            </button></span
          >
        </div>
        <button class="btn primary touch" type="submit" ?disabled=${this.busy || this.wait > 0}>
          ${this.wait > 0 ? t('login.wait', { n: this.wait }) : t('login.in')}
        </button>
      </form>
      ${
        this.over
          ? nothing
          : html`<button class="link s" type="button" @click=${() => (this.forgotten = true)}>
              ${t('reset.forgotten')}
            </button>`
      }
      <vaksam-provider .over=${this.over}></vaksam-provider>`;
  }

  private trouble(): unknown {
    if (!this.problem) return nothing;
    if (this.problem.slug === 'offline')
      return note('warn', 'wifi-off', html`<b class="b">${t('error.offline')}</b><br />${t('login.offline')}`);
    if (this.problem.status === 429)
      return note('warn', 'lock', html`<b class="b">${t('login.locked')}</b><br />${t('login.locked.why')}`);
    if (this.problem.status === 401)
      return note('bad', 'circle-alert', html`<b class="b">${t('login.wrong')}</b><br />${t('login.wrong.why')}`);
    return note(
      'bad',
      'unplug',
      html`<b class="b">${t('error.unknown')}</b><br />${this.problem.detail || t('login.offline')}`,
    );
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.problem = null;
    try {
      this.pending = await signIn(String(form.get('username')), String(form.get('password')));
    } catch (caught) {
      this.problem = Problem.of(caught);
      const seconds = Number(this.problem.body['retryAfter'] ?? 0);
      if (this.problem.status === 429) this.countDown(seconds || 60);
      const field = this.querySelector<HTMLInputElement>('[name=password]');
      field?.select();
    } finally {
      this.busy = false;
    }
  };

  private countDown(seconds: number): void {
    this.wait = seconds;
    clearInterval(this.counting);
    this.counting = window.setInterval(() => {
      this.wait -= 1;
      if (this.wait <= 0) clearInterval(this.counting);
    }, 1000);
  }
}

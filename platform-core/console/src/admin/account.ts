import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Account } from '../api/types/modules';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { figures } from './figures';
import './limits';

const ROUND_MILLIS = 5000;

/** What a live module costs, fresh every few seconds while somebody looks, and what it is allowed. */
@customElement('vaksam-account')
export class ModuleAccount extends Trying {
  @property() module = '';
  @property({ type: Boolean }) allowed = false;
  @state() private account: Account | null = null;
  @state() private editing = false;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.round();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async round(): Promise<void> {
    if (document.visibilityState === 'visible') await this.load();
    if (this.isConnected) this.timer = window.setTimeout(() => void this.round(), ROUND_MILLIS);
  }

  private async load(): Promise<void> {
    await this.attempt(async () => (this.account = await get<Account>(`modules/${this.module}/account`)));
  }

  protected override render(): unknown {
    const { account } = this;
    return html`<section class="sec" aria-labelledby="account-title">
        <header>
          <h2 id="account-title">${t('account.title')}</h2>
          ${account ? html`<span class="s m">${t('account.since', { time: moment(account.since) })}</span>` : nothing}
        </header>
        ${this.troubled()} ${account ? this.shown(account) : this.trouble ? nothing : skeleton(3)}
      </section>
      ${
        account && this.editing
          ? html`<vaksam-limits
              .module=${this.module}
              .limits=${account.limits}
              @done=${() => (this.editing = false)}
              @saved=${() => void this.load()}
            ></vaksam-limits>`
          : nothing
      }`;
  }

  private shown(account: Account): unknown {
    const { concurrentRequests, statementSeconds } = account.limits;
    const limits = [
      concurrentRequests ? t('limits.requests.at', { n: concurrentRequests }) : t('limits.requests.none'),
      statementSeconds ? t('limits.seconds.at', { n: statementSeconds }) : t('limits.seconds.none'),
    ];
    return html`<dl class="figures">
        ${figures(account).map(
          ({ name, value, more, bad }) =>
            html`<div>
              <dt>${t(name)}</dt>
              <dd class="num ${bad ? 'bad' : ''}">${value}</dd>
              <dd class="s">${more}</dd>
            </div>`,
        )}
      </dl>
      <div class="row wrap limits">
        <p class="m2"><b class="b">${t('limits.title')}</b> ${limits.join(', ')}</p>
        ${
          this.allowed
            ? html`<button class="btn sm" type="button" @click=${() => (this.editing = true)}>
                ${icon('sliders-horizontal')}${t('limits.edit')}
              </button>`
            : nothing
        }
      </div>`;
  }
}

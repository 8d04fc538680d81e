import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../api/client';
import { t } from '../i18n/i18n';
import { note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';

/** The way in through the organisation's identity provider, where there is one. Not over a page that waits: it would be left. */
@customElement('vaksam-provider')
export class Provider extends View {
  @property({ type: Boolean }) over = false;
  @state() private name: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.name = (await call<{ name: string | null }>('oidc', { open: true })).body.name;
    } catch {
      this.name = null;
    }
  }

  protected override render(): unknown {
    const failed = new URLSearchParams(location.search).get('signin') === 'failed';
    return html`${
      failed && !this.over
        ? note('bad', 'circle-alert', html`<b class="b">${t('provider.failed')}</b><br />${t('provider.failed.why')}`)
        : nothing
    }
    ${
      this.name && !this.over
        ? html`<a class="btn touch" href="/api/oidc/start"
            >${icon('key-round')}${t('provider.in', { name: this.name })}</a
          >`
        : nothing
    }`;
  }
}

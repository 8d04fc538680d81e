import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { View } from '../kit/view';
import { me, session } from '../shell/session';
import '../admin/tokens';
import './calendar';
import './email';
import './factor';
import './sessions';
import './substitutes';
import '../talk/choices';

/** Everything about the person who is signed in. */
@customElement('vaksam-profile')
export class Profile extends View {
  protected override stores = () => [session];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('profile.title'));
  }

  protected override render(): unknown {
    return html`<div class="page admin-page">
      <h1>${t('profile.title')}</h1>
      <p class="m2">${me()?.name} (${me()?.username})</p>
      <vaksam-own-factor></vaksam-own-factor>
      <vaksam-sessions></vaksam-sessions>
      <vaksam-email></vaksam-email>
      <vaksam-notice-choices></vaksam-notice-choices>
      <vaksam-substitutes></vaksam-substitutes>
      <vaksam-calendar-link></vaksam-calendar-link>
      <vaksam-tokens within></vaksam-tokens>
    </div>`;
  }
}

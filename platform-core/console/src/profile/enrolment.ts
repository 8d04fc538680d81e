import { html, type TemplateResult } from 'lit';
import type { Enrolment } from '../api/types/session';
import { t } from '../i18n/i18n';
import { qr } from '../kit/qr';
import './profile.css';

/** The secret for the app, to scan or to type. */
export const enrolmentShown = ({ secret, address }: Enrolment): TemplateResult =>
  html`<p class="m2">${t('factor.scan')}</p>
    ${qr(address, t('factor.qr'))}
    <details>
      <summary>${t('factor.type')}</summary>
      <p><code class="mono breaks">${secret.match(/.{1,4}/g)?.join(' ')}</code></p>
    </details>`;

/** Where a code is typed; telephones offer the one of a message or an app. */
export const codeField = (recovery: boolean): TemplateResult =>
  html`<label class="field"
    ><span class="label">${t('factor.code')}</span
    ><input
      class="in tall"
      name="code"
      inputmode=${recovery ? 'text' : 'numeric'}
      autocomplete="one-time-code"
      autocapitalize="none"
      spellcheck="false"
      maxlength="40"
      required
    /><span class="hint">${t(recovery ? 'factor.code.hint' : 'factor.code.first')}</span></label
  >`;

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { Verification } from '../api/types/journal';
import { label, number, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';

const EVERY_MILLIS = 500;

/** Checks the journal on request, shows how far it has come and what was found where. */
@customElement('vaksam-verification')
export class VerificationSection extends Trying {
  @state() private run: Verification | null = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.follow(() => get<Verification>('journal/verification'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Asks, and asks again as long as it runs. */
  private async follow(ask: () => Promise<Verification>): Promise<void> {
    clearTimeout(this.timer);
    const answered = await this.attempt(async () => (this.run = await ask()));
    if (answered && this.isConnected && this.run?.state === 'running')
      this.timer = window.setTimeout(
        () => void this.follow(() => get<Verification>('journal/verification')),
        EVERY_MILLIS,
      );
  }

  protected override render(): unknown {
    const running = this.run?.state === 'running';
    return html`<section class="sec" aria-labelledby="verify-title">
      <header>
        <h2 id="verify-title">${t('verify.title')}</h2>
        <button
          class="btn sm push"
          type="button"
          ?disabled=${running}
          @click=${() => void this.follow(() => post<Verification>('journal/verification', {}))}
        >
          ${icon('shield-check')}${t('verify.do')}
        </button>
      </header>
      ${this.troubled()} ${this.run ? this.told(this.run) : nothing}
    </section>`;
  }

  private told({ state: now, checked, of, finishedAt, result }: Verification): unknown {
    if (now === 'none') return html`<p class="m2">${t('verify.never')}</p>`;
    if (now === 'failed') return note('warn', 'triangle-alert', t('verify.failed'));
    if (now === 'running' || !result)
      return html`<p class="s m2" role="status">${t('verify.running', { n: number(checked), of: number(of) })}</p>
        <progress max=${Math.max(of, 1)} .value=${checked} aria-label=${t('verify.progress')}></progress>`;
    if (result.holds)
      return note(
        'ok',
        'shield-check',
        html`<b class="b">${t('verify.holds')}</b><br />${t('verify.holds.why', {
            n: number(result.entries),
            heads: number(result.heads),
            time: finishedAt ? moment(finishedAt) : '',
          })}`,
      );
    return note(
      'bad',
      'shield-alert',
      html`<b class="b">${t('verify.broken')}</b>
        <ul>
          ${result.findings.map(({ words }) => html`<li>${label(words)}</li>`)}
        </ul>`,
    );
  }
}

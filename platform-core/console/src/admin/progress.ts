import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Progress, Step } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { View } from '../kit/view';
import { laidOut, stepList } from './steps';

const ROUND_MILLIS = 400;
/** Shorter steps are not read out: they would talk over each other. */
const WORTH_SAYING_MILLIS = 2000;

/** An operation while it is being done, step by step. Sends `ended` when somebody else's is over; our own request tells itself. */
@customElement('vaksam-progress')
export class OperationProgress extends View {
  @property() heading = '';
  @property() by = '';
  @property({ attribute: false }) expected: Step[] = [];
  /** What was done, once the request of the operation has been answered: a quick one is over before it was looked at. */
  @property({ attribute: false }) answered: Step[] | undefined;
  @property({ type: Boolean }) own = false;
  @state() private progress: Progress | null = null;
  @state() private said = '';
  private step = '';
  private stepSince = 0;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    const { operation } = await get<{ operation: Progress | null }>('modules/progress').catch(() => ({
      operation: this.own ? this.progress : null,
    }));
    if (!this.isConnected) return;
    if (operation) this.show(operation);
    else if (!this.own) this.dispatchEvent(new CustomEvent('ended'));
    if (operation || this.own) this.timer = window.setTimeout(() => void this.look(), ROUND_MILLIS);
  }

  private show(progress: Progress): void {
    this.progress = progress;
    const now = progress.now?.id ?? '';
    if (now !== this.step) {
      this.step = now;
      this.stepSince = performance.now();
    } else if (now && performance.now() - this.stepSince > WORTH_SAYING_MILLIS) {
      this.said = label(progress.now?.title);
    }
  }

  protected override render(): unknown {
    const reached = this.answered ? { done: this.answered } : this.progress;
    const steps = laidOut(this.expected, reached);
    const done = reached?.done.length ?? 0;
    return html`<section class="plan going ${this.own ? '' : 'theirs'}" aria-labelledby="going-title">
      ${
        this.own
          ? html`<h1 id="going-title" tabindex="-1">${this.heading}</h1>`
          : html`<h2 id="going-title">${this.heading}</h2>`
      }
      <p class="m2 why">${this.by ? t('progress.by', { name: this.by }) : t('progress.stay')}</p>
      ${
        this.expected.length
          ? html`<progress max=${steps.length} .value=${done} aria-label=${this.heading}></progress>`
          : html`<progress aria-label=${this.heading}></progress>`
      }
      <p class="sr" role="status">${this.heading}${this.said ? `: ${this.said}` : nothing}</p>
      ${stepList(steps)}
    </section>`;
  }
}

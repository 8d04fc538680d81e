import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../api/client';
import type { Signal } from '../api/types/signal';
import { label, t } from '../i18n/i18n';
import { addDays, today } from '../i18n/time';
import '../kit/dialog';
import { faultsOf } from '../kit/feedback';
import { View } from '../kit/view';

const USUAL_DAYS = 28;
const LONGEST_DAYS = 365;
const LONGEST_REASON = 1000;

/** Asks why a signal is put aside, and until when. Sends `done` when it is, and `close` when the person leaves it. */
@customElement('vaksam-dismissal')
export class Dismissal extends View {
  @property({ attribute: false }) signal: Signal | null = null;
  /** The selection in which the signal is seen, as in an address. */
  @property() query = '';
  @state() private trouble: unknown = null;
  @state() private busy = false;

  protected override render(): unknown {
    if (!this.signal) return nothing;
    return html`<vaksam-dialog
      heading=${t('signals.dismiss.heading')}
      .body=${html`<form id="dismissal" class="sig-form" @submit=${this.save}>
        <p><b class="b">${label(this.signal.title)}</b></p>
        <p class="m2">${t('signals.dismiss.why')}</p>
        ${this.trouble ? faultsOf(this.trouble) : nothing}
        <label class="field"
          ><span class="label">${t('signals.reason')}</span
          ><textarea class="in" name="reason" rows="3" required maxlength=${LONGEST_REASON}></textarea>
        </label>
        <label class="field"
          ><span class="label">${t('signals.until')}</span
          ><input
            class="in"
            type="date"
            name="until"
            required
            min=${today()}
            max=${addDays(today(), LONGEST_DAYS)}
            .value=${addDays(today(), USUAL_DAYS)}
        /></label>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('follow.cancel')}</button
        ><button class="btn primary" type="submit" form="dismissal" ?disabled=${this.busy}>
          ${t('signals.dismiss.do')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    this.busy = true;
    try {
      await call(`insight/signals/${this.signal?.key ?? ''}/dismissal?${this.query}`, { method: 'POST', body });
      this.dispatchEvent(new CustomEvent('done'));
    } catch (caught) {
      this.trouble = caught;
    } finally {
      this.busy = false;
    }
  };
}

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { post } from '../api/client';
import type { Plan } from '../api/types/modules';
import type { Countersignature } from '../api/types/trust';
import { label, t } from '../i18n/i18n';
import { Trying } from '../kit/trying';
import '../kit/dialog';

/** An administrator vouches for the file of a plan, with a reason. Sends `countersigned`, or `done`. */
@customElement('vaksam-countersign')
export class Countersign extends Trying {
  @property({ attribute: false }) plan!: Plan;

  private readonly leave = () => this.dispatchEvent(new CustomEvent('done'));

  protected override render(): unknown {
    const { title, to } = this.plan;
    return html`<vaksam-dialog
      heading=${t('countersign.title', { title: label(title), version: to })}
      .body=${html`<form id="countersign-form" class="stack" @submit=${this.send}>
        ${this.troubled()}
        <p class="m2">${t('countersign.why')}</p>
        <div class="field">
          <label class="label" for="countersign-reason">${t('countersign.reason')}</label
          ><textarea
            class="in"
            id="countersign-reason"
            aria-describedby="countersign-hint"
            name="reason"
            required
            maxlength="500"
            rows="3"
          ></textarea>
          <p class="hint" id="countersign-hint">${t('countersign.hint')}</p>
        </div>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="countersign-form">${t('countersign.do')}</button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    await this.attempt(async () => {
      await post<Countersignature>('modules/trust/countersignatures', { plan: this.plan.hash, reason });
      this.dispatchEvent(new CustomEvent('countersigned'));
    });
  };
}

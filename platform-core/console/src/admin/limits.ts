import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { put } from '../api/client';
import type { Limits } from '../api/types/modules';
import { t } from '../i18n/i18n';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';

const MOST_REQUESTS = 1000;
const MOST_SECONDS = 600;

/** What a module is allowed; an empty field is no limit. Sends `saved`, and `done` when it is left. */
@customElement('vaksam-limits')
export class ModuleLimits extends Trying {
  @property() module = '';
  @property({ attribute: false }) limits: Limits = {};

  private readonly leave = () => this.dispatchEvent(new CustomEvent('done'));

  protected override render(): unknown {
    const { concurrentRequests, statementSeconds } = this.limits;
    return html`<vaksam-dialog
      heading=${t('limits.edit')}
      .body=${html`<form id="limits-form" class="stack" @submit=${this.save}>
        ${this.troubled()} ${this.field('concurrentRequests', MOST_REQUESTS, concurrentRequests)}
        ${this.field('statementSeconds', MOST_SECONDS, statementSeconds)}
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="limits-form">${t('action.save')}</button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private field(name: keyof Limits, most: number, value: number | null | undefined): unknown {
    const key = name === 'concurrentRequests' ? 'limits.requests' : 'limits.seconds';
    return html`<div class="field">
      <label class="label" for="limit-${name}">${t(key)} <span class="opt">${t('form.optional')}</span></label
      ><input
        class="in"
        id="limit-${name}"
        aria-describedby="limit-${name}-why"
        name=${name}
        type="number"
        inputmode="numeric"
        min="1"
        max=${most}
        step="1"
        .value=${value ? String(value) : ''}
      />
      <p class="hint" id="limit-${name}-why">${t(`${key}.why`)}</p>
    </div>`;
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const entered = (name: keyof Limits) => Number(form.get(name)) || null;
    await this.attempt(async () => {
      await put<Limits>(`modules/${this.module}/limits`, {
        concurrentRequests: entered('concurrentRequests'),
        statementSeconds: entered('statementSeconds'),
      });
      toast(t('limits.saved'));
      this.dispatchEvent(new CustomEvent('saved'));
      this.leave();
    });
  };
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, patch } from '../api/client';
import type { ActionDoc, ActionStep } from '../api/types/work';
import { t } from '../i18n/i18n';
import { shortDay, today } from '../i18n/time';
import { note } from '../kit/feedback';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import type { Choosable } from '../record/combobox';
import { findPeople } from '../record/people';
import { allTypes } from '../shell/areas';
import { me } from '../shell/session';
import { contentOf, contentFields } from './content';
import { recordAddress, stateShown, stepName } from './shown';
import '../kit/dialog';
import '../record/combobox';

type Asking = ActionStep | 'delegate' | 'decline' | 'effect';

/**
 * One action: what it says, its next steps, handing it over, what came of it. Without `action` a new one of `record` is made.
 * Sends `changed` with the action and `close`.
 */
@customElement('vaksam-action-sheet')
export class ActionSheet extends Trying {
  @property({ attribute: false }) action: ActionDoc | null = null;
  /** Id of the record that a new action is about. */
  @property() record = '';
  @state() private asking: Asking | null = null;
  @state() private who: Choosable | null = null;
  @state() private to: Choosable | null = null;
  private readonly key = crypto.randomUUID();
  private readonly form = `action-${this.key.slice(0, 8)}`;

  protected override willUpdate(): void {
    if (!this.hasUpdated && this.action?.responsible) this.who = this.action.responsible;
  }

  protected override render(): unknown {
    const action = this.action;
    const editable = !action || action.editable;
    return html`<vaksam-dialog
      look="wide"
      heading=${action?.title ?? t('work.new')}
      .body=${html`${this.troubled()} ${action ? this.standing(action) : nothing}
      ${editable ? this.content(action) : html`<p class="breaks m2">${action.why}</p>`}`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button>${
          editable
            ? html`<button class="btn primary" type="submit" form=${this.form} ?disabled=${this.busy}>
                ${t(action ? 'action.save' : 'action.add')}
              </button>`
            : nothing
        }`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private standing(action: ActionDoc): unknown {
    const address = recordAddress(action.record);
    return html`<div class="action-standing">
        ${stateShown(action.state)}
        ${action.record ? html`<span>${address ? html`<a href=${address}>${action.record.number}</a>` : action.record.number}</span>` : nothing}
        ${action.overdue ? html`<span class="late">${t('action.late')}</span>` : nothing}
      </div>
      ${this.told(action)} ${this.offer(action)} ${this.asking ? this.asked(this.asking) : this.next(action)}`;
  }

  private told(action: ActionDoc): unknown {
    const lines = [
      action.reason,
      action.done?.by ? t('action.doneBy', { name: action.done.by.name, day: shortDay(action.done.at) }) : '',
      action.verified?.by
        ? t('action.verifiedBy', { name: action.verified.by.name, day: shortDay(action.verified.at) })
        : '',
      action.delegatedBy && !action.offeredTo ? t('action.delegatedBy', { name: action.delegatedBy.name }) : '',
      action.effect
        ? `${t('action.effect')}: ${t(`action.effect.${action.effect.outcome}`)}. ${action.effect.text}`
        : '',
    ].filter(Boolean);
    return lines.map((line) => html`<p class="m2 s breaks">${line}</p>`);
  }

  private offer(action: ActionDoc): unknown {
    if (!action.offeredTo) return nothing;
    const mine = action.offeredTo.id === me()?.id;
    const answer = mine
      ? html`<button
            class="btn sm"
            type="button"
            @click=${() => void this.send('POST', 'delegation/answer', { accept: true })}
          >
            ${t('action.accept')}</button
          ><button class="btn sm" type="button" @click=${() => (this.asking = 'decline')}>
            ${t('action.decline')}
          </button>`
      : html`<button class="btn sm" type="button" @click=${() => void this.send('DELETE', 'delegation')}>
          ${t('action.withdraw')}
        </button>`;
    const words = mine ? t('action.offered.you') : t('action.offered', { name: action.offeredTo.name });
    return note('', 'handshake', html`${words} <span class="row">${answer}</span>`);
  }

  private next(action: ActionDoc): unknown {
    const own = action.responsible?.id === me()?.id;
    const toDo = ['proposed', 'decided', 'in-progress'].includes(action.state);
    const over = action.state === 'done' || action.state === 'verified';
    const button = (words: string, act: () => void, look = '') =>
      html`<button class="btn sm ${look}" type="button" ?disabled=${this.busy} @click=${act}>${words}</button>`;
    return html`<div class="row action-steps">
      ${action.steps.map((step, at) => button(stepName(step), () => this.step(step), at === 0 && step !== 'reopen' ? 'primary' : ''))}
      ${toDo && !action.offeredTo && (own || action.editable) ? button(t('action.handOver'), () => (this.asking = 'delegate')) : nothing}
      ${over && (own || action.editable) ? button(t('action.effect.judge'), () => (this.asking = 'effect')) : nothing}
    </div>`;
  }

  private step(step: ActionStep): void {
    if (step === 'reject' || step === 'reopen') this.asking = step;
    else void this.send('POST', 'steps', { step });
  }

  private asked(asking: Asking): unknown {
    const heading =
      asking === 'delegate'
        ? t('action.handOver')
        : asking === 'decline'
          ? t('action.decline')
          : asking === 'effect'
            ? t('action.effect.judge')
            : stepName(asking);
    return html`<form class="action-asked" aria-label=${heading} @submit=${this.answered}>
      <h3>${heading}</h3>
      ${
        asking === 'delegate'
          ? html`<div class="field">
              <label class="label" for="${this.form}-to">${t('action.handOver.to')}</label
              ><vaksam-combobox
                fieldId="${this.form}-to"
                .value=${this.to}
                .ask=${findPeople(allTypes()[0]?.record.type ?? '')}
                @chosen=${(event: CustomEvent<Choosable | null>) => (this.to = event.detail)}
              ></vaksam-combobox>
            </div>`
          : nothing
      }
      ${asking === 'effect' ? this.effectFields() : html`<label class="field"><span class="label">${t('action.reason')}</span><textarea class="in" name="reason" rows="2" maxlength="1000" ?required=${asking !== 'delegate'}></textarea></label>`}
      <div class="row">
        <button class="btn sm primary" type="submit" ?disabled=${this.busy}>${heading}</button
        ><button class="btn sm" type="button" @click=${() => (this.asking = null)}>${t('action.cancel')}</button>
      </div>
    </form>`;
  }

  private effectFields(): unknown {
    return html`<label class="field"
        ><span class="label">${t('action.effect.on')}</span
        ><input class="in" type="date" name="on" .value=${today()} required
      /></label>
      <fieldset class="field">
        <legend class="label">${t('action.effect')}</legend>
        ${(['good', 'partly', 'none'] as const).map((one) => html`<label class="row tight"><input type="radio" name="outcome" value=${one} required />${t(`action.effect.${one}`)}</label>`)}
      </fieldset>
      <label class="field"
        ><span class="label">${t('action.effect.text')}</span
        ><textarea class="in" name="text" rows="3" maxlength="4000"></textarea>
      </label>`;
  }

  private content(action: ActionDoc | null): unknown {
    return html`<form id=${this.form} class="action-form" @submit=${this.saved}>
      ${contentFields(action, this.form, {
        who: this.who,
        choose: (who) => (this.who = who),
        ask: findPeople(action?.record?.type ?? allTypes()[0]?.record.type ?? ''),
      })}
    </form>`;
  }

  private readonly answered = (event: SubmitEvent): void => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    const asking = this.asking;
    if (asking === 'effect') void this.send('PUT', 'effect', values);
    else if (asking === 'delegate') void this.send('PUT', 'delegation', { to: this.to?.id ?? '', ...values });
    else if (asking === 'decline') void this.send('POST', 'delegation/answer', { accept: false, ...values });
    else if (asking) void this.send('POST', 'steps', { step: asking, ...values });
  };

  private readonly saved = (event: SubmitEvent): void => {
    event.preventDefault();
    const content = contentOf(event.target as HTMLFormElement, this.action, this.who?.id ?? null);
    void this.attempt(async () => {
      const { body } = this.action
        ? await patch<ActionDoc>(`actions/${this.action.id}`, content, `"${this.action.version}"`)
        : await call<ActionDoc>('actions', {
            method: 'POST',
            body: { ...content, record: this.record },
            headers: { 'Idempotency-Key': this.key },
          });
      this.took(body);
      this.leave();
    });
  };

  private send(method: string, what: string, body?: unknown): Promise<boolean> {
    return this.attempt(async () => {
      const action = this.action!;
      const headers = { 'If-Match': `"${action.version}"` };
      const answer = await call<ActionDoc>(`actions/${action.id}/${what}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      this.asking = null;
      this.took(answer.body);
    });
  }

  private took(action: ActionDoc): void {
    this.action = action;
    this.who = action.responsible;
    toast(t('action.saved'));
    this.dispatchEvent(new CustomEvent('changed', { detail: action }));
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}

import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/i18n';
import '../kit/dialog';

export interface Reasoned {
  heading: string;
  why: string;
  verb: string;
  act: (reason: string) => void;
}

/** Asks why before something that everybody will notice. */
export function reasonDialog({ heading, why, verb, act }: Reasoned, leave: () => void): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    if (!reason) return;
    leave();
    act(reason);
  };
  return html`<vaksam-dialog
    heading=${heading}
    .body=${html`<form id="reason-form" class="stack" @submit=${submit}>
      <p class="m2 breaks">${why}</p>
      <label class="field"
        ><span class="label">${t('design.publish.reason')}</span
        ><textarea class="in" name="reason" rows="3" required maxlength="2000" data-first></textarea>
      </label>
    </form>`}
    .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
      ><button class="btn primary" type="submit" form="reason-form">${verb}</button>`}
    @close=${leave}
  ></vaksam-dialog>`;
}

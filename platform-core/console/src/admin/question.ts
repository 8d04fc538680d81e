import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/i18n';
import '../kit/dialog';

export interface Question {
  heading: string;
  why: unknown;
  verb: string;
  act: () => void;
}

/** Asked before something that cannot be undone with a click. */
export function questionDialog({ heading, why, verb, act }: Question, leave: () => void): TemplateResult {
  return html`<vaksam-dialog
    heading=${heading}
    .body=${html`<p class="m2 breaks">${why}</p>`}
    .buttons=${html`<button class="btn" type="button" data-first @click=${leave}>${t('action.cancel')}</button
      ><button
        class="btn danger"
        type="button"
        @click=${() => {
          leave();
          act();
        }}
      >
        ${verb}
      </button>`}
    @close=${leave}
  ></vaksam-dialog>`;
}

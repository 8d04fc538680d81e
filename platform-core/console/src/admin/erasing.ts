import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { number, t } from '../i18n/i18n';
import { View } from '../kit/view';
import '../kit/dialog';

/** Asked before a person is erased: a word must be typed. Sends `agree` or `leave`. */
@customElement('vaksam-erasing')
export class Erasing extends View {
  @property({ type: Number }) places = 0;
  @state() private typed = '';

  protected override render(): unknown {
    const word = t('persons.word');
    const n = number(this.places);
    return html`<vaksam-dialog
      heading=${t('persons.erase.title', { n })}
      .body=${html`<form id="erasing-form" class="stack" @submit=${this.agree}>
        <p class="m2">${t('persons.erase.why')}</p>
        <label class="field"
          ><span class="label">${t('persons.erase.word', { word })}</span
          ><input
            class="in"
            autocomplete="off"
            spellcheck="false"
            .value=${this.typed}
            @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value.trim())}
        /></label>
      </form>`}
      .buttons=${html`<button class="btn" type="button" data-first @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn danger" type="submit" form="erasing-form" ?disabled=${!this.ready()}>
          ${t('persons.erase', { n })}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private ready(): boolean {
    return this.typed.toLowerCase() === t('persons.word');
  }

  private readonly agree = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.ready()) this.dispatchEvent(new CustomEvent('agree'));
  };

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('leave'));
  };
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ModuleItem } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { View } from '../kit/view';
import '../kit/dialog';

/** Uninstalling: keep the data, or purge it after typing the module's id. Sends `choice` with `keep` or `purge`, or `done`. */
@customElement('vaksam-uninstall')
export class Uninstall extends View {
  @property({ attribute: false }) module!: ModuleItem;
  @state() private purge = false;
  @state() private typed = '';

  protected override render(): unknown {
    const ready = !this.purge || this.typed === this.module.id;
    const leave = () => this.dispatchEvent(new CustomEvent('done'));
    const option = (purge: boolean, name: string, why: string) =>
      html`<label class="check block"
        ><input type="radio" name="data" .checked=${this.purge === purge} @change=${() => (this.purge = purge)} /><span
          ><b class="b">${name}</b><br /><span class="m2">${why}</span></span
        ></label
      >`;
    return html`<vaksam-dialog
      heading=${t('modules.remove.title', { title: label(this.module.title) })}
      .body=${html`<div class="stack">
        ${option(false, t('modules.keep'), t('modules.keep.why'))}
        ${option(true, t('modules.purge'), t('modules.purge.why'))}
        ${
          this.purge
            ? html`<label class="field"
                ><span class="label">${t('modules.purge.word', { id: this.module.id })}</span
                ><input
                  class="in"
                  autocomplete="off"
                  spellcheck="false"
                  @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
              /></label>`
            : nothing
        }
      </div>`}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button
          class="btn danger"
          type="button"
          ?disabled=${!ready}
          @click=${() => this.dispatchEvent(new CustomEvent('choice', { detail: this.purge ? 'purge' : 'keep' }))}
        >
          ${t(this.purge ? 'modules.purge.do' : 'modules.remove.do')}
        </button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }
}

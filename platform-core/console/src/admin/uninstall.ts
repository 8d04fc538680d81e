import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ModuleItem } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { View } from '../kit/view';
import '../kit/dialog';

export type DataMode = 'keep' | 'export' | 'purge';

const MODES: DataMode[] = ['keep', 'export', 'purge'];

/** Uninstalling: what becomes of the data. What takes it away asks for the module's id. Sends `choice` with the mode, or `done`. */
@customElement('vaksam-uninstall')
export class Uninstall extends View {
  @property({ attribute: false }) module!: ModuleItem;
  @state() private mode: DataMode = 'keep';
  @state() private typed = '';

  protected override render(): unknown {
    const ready = this.mode === 'keep' || this.typed === this.module.id;
    const leave = () => this.dispatchEvent(new CustomEvent('done'));
    return html`<vaksam-dialog
      heading=${t('modules.remove.title', { title: label(this.module.title) })}
      .body=${html`<fieldset class="stack">
        <legend class="sr">${t('modules.remove.data')}</legend>
        ${MODES.map((mode) => this.option(mode))} ${this.mode === 'keep' ? nothing : this.word()}
      </fieldset>`}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button
          class="btn danger"
          type="button"
          ?disabled=${!ready}
          @click=${() => this.dispatchEvent(new CustomEvent('choice', { detail: this.mode }))}
        >
          ${t(`modules.${this.mode}.do`)}
        </button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private option(mode: DataMode): unknown {
    return html`<label class="check block"
      ><input type="radio" name="data" .checked=${this.mode === mode} @change=${() => (this.mode = mode)} /><span
        ><b class="b">${t(`modules.${mode}`)}</b><br /><span class="m2">${t(`modules.${mode}.why`)}</span></span
      ></label
    >`;
  }

  private word(): unknown {
    return html`<label class="field"
      ><span class="label">${t('modules.purge.word', { id: this.module.id })}</span
      ><input
        class="in"
        autocomplete="off"
        spellcheck="false"
        .value=${this.typed}
        @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value.trim())}
    /></label>`;
  }
}

import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { View } from '../kit/view';
import '../kit/dialog';

const KEYS: [string, Key][] = [
  ['J K', 'keys.move'],
  ['Enter', 'keys.open'],
  ['X', 'keys.select'],
  ['Esc', 'keys.clear'],
  ['F', 'keys.filter'],
  ['/', 'keys.search'],
  ['C', 'keys.create'],
  ['Ctrl K', 'keys.jump'],
];

/** What the keyboard does. Sends `done`. */
@customElement('vaksam-keys')
export class Keys extends View {
  protected override render(): unknown {
    const leave = () => this.dispatchEvent(new CustomEvent('done'));
    return html`<vaksam-dialog
      heading=${t('keys.title')}
      .body=${html`<dl class="kv keys">
        ${KEYS.map(
          ([keys, key]) =>
            html`<div>
              <dt>${keys.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</dt>
              <dd>${t(key)}</dd>
            </div>`,
        )}
      </dl>`}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.close')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }
}

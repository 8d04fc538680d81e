import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Store } from './store';
import { View } from './view';

export interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}

const shown = new Store<Toast | null>(null);
let timer = 0;

/** Says what was done, for eight seconds. */
export function toast(text: string, action?: Toast['action']): void {
  shown.set(action ? { text, action } : { text });
  clearTimeout(timer);
  timer = window.setTimeout(() => shown.set(null), 8000);
}

@customElement('vaksam-toasts')
export class Toasts extends View {
  protected override stores = () => [shown];

  protected override render(): unknown {
    const now = shown.value;
    return html`<div class="toasts" role="status" aria-live="polite">
      ${
        now
          ? html`<div class="toast">
              <span>${now.text}</span>
              ${
                now.action
                  ? html`<button
                      type="button"
                      @click=${() => {
                        shown.set(null);
                        now.action?.run();
                      }}
                    >
                      ${now.action.label}
                    </button>`
                  : html`<span class="toast-end"></span>`
              }
            </div>`
          : nothing
      }
    </div>`;
  }
}

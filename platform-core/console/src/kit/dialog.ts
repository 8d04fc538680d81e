import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { View } from './view';

let numbers = 0;

/**
 * A native modal dialog, a sheet on a phone. Set `open`; it sends `close` when the person leaves it. The browser keeps the focus
 * inside and gives it back afterwards.
 */
@customElement('vaksam-dialog')
export class Dialog extends View {
  @property() heading = '';
  @property({ attribute: false }) body: unknown = nothing;
  @property({ attribute: false }) buttons: unknown = nothing;
  @property() look = '';
  private readonly titleId = `dialog-${++numbers}`;

  protected override render(): unknown {
    return html`<dialog
      class="dialog ${this.look}"
      aria-labelledby=${this.titleId}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
      @click=${(event: MouseEvent) => event.target === event.currentTarget && (event.currentTarget as HTMLDialogElement).close()}
    >
      <header role="none"><h2 id=${this.titleId}>${this.heading}</h2></header>
      <div class="body">${this.body}</div>
      <footer role="none">${this.buttons}</footer>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    const dialog = this.querySelector('dialog');
    dialog?.showModal();
    // Controls that are components of their own are drawn after this.
    void this.updateComplete.then(() =>
      dialog?.querySelector<HTMLElement>('[data-first], input, select, textarea')?.focus(),
    );
  }
}

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { View } from './view';

let numbers = 0;

/** A button with a menu under it: the popover interface of the browser places, closes and layers it. */
@customElement('vaksam-menu')
export class Menu extends View {
  @property({ attribute: false }) face: unknown = '';
  @property({ attribute: false }) items: unknown = '';
  @property() look = 'btn sm';
  @property() name = '';
  /** `end` lines up with the right edge of the button. */
  @property() side: 'start' | 'end' = 'start';
  @property() panel = 'menu';
  private readonly popoverId = `menu-${++numbers}`;

  protected override render(): unknown {
    return html`<button
        type="button"
        class=${this.look}
        aria-haspopup="true"
        aria-expanded="false"
        aria-label=${this.name || ''}
        ?data-unnamed=${!this.name}
        popovertarget=${this.popoverId}
      >
        ${this.face}
      </button>
      <div
        id=${this.popoverId}
        class="${this.panel} floating"
        popover
        @toggle=${this.toggled}
        @click=${this.clicked}
        @keydown=${this.pressed}
      >
        ${this.items}
      </div>`;
  }

  protected override updated(): void {
    const button = this.querySelector('button');
    if (button && !this.name) button.removeAttribute('aria-label');
  }

  close(): void {
    this.querySelector<HTMLElement>('[popover]')?.hidePopover();
  }

  open(): void {
    this.querySelector<HTMLElement>('[popover]')?.showPopover();
  }

  private toggled(event: ToggleEvent): void {
    const panel = event.currentTarget as HTMLElement;
    const open = event.newState === 'open';
    this.querySelector('button')?.setAttribute('aria-expanded', String(open));
    this.dispatchEvent(new CustomEvent(open ? 'opened' : 'closed'));
    if (!open) return;
    this.place(panel);
    panel.querySelector<HTMLElement>('input, a, button, select')?.focus();
  }

  private place(panel: HTMLElement): void {
    const button = this.querySelector('button')!.getBoundingClientRect();
    const width = panel.offsetWidth;
    const wanted = this.side === 'end' ? button.right - width : button.left;
    const left = Math.max(8, Math.min(wanted, innerWidth - width - 8));
    const below = innerHeight - button.bottom - 12;
    const above = button.top - 12;
    panel.style.left = `${left}px`;
    if (panel.offsetHeight > below && above > below) {
      panel.style.top = 'auto';
      panel.style.bottom = `${innerHeight - button.top + 4}px`;
      panel.style.maxHeight = `${above}px`;
    } else {
      panel.style.bottom = 'auto';
      panel.style.top = `${button.bottom + 4}px`;
      panel.style.maxHeight = `${below}px`;
    }
  }

  private clicked(event: MouseEvent): void {
    if ((event.target as HTMLElement).closest('a, button:not([data-stay])')) this.close();
  }

  private pressed(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...this.querySelectorAll<HTMLElement>('[popover] a, [popover] button, [popover] input')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
  }
}

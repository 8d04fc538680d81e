import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';

export interface Choosable {
  id: string;
  name: string;
  beside?: string;
}

const SHOWN = 20;
const PAUSE = 150;

/** Finds what words may mean. */
export type Ask = (words: string) => Promise<Choosable[]>;

/**
 * A field that asks for what it offers while one types, as the ARIA combobox pattern describes. Set `ask`; sends `chosen` with the
 * choice or null.
 */
@customElement('vaksam-combobox')
export class Combobox extends View {
  @property() fieldId = '';
  @property() described = '';
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: false }) value: Choosable | null = null;
  @property({ attribute: false }) ask: Ask = () => Promise.resolve([]);
  @state() private words: string | null = null;
  @state() private found: Choosable[] = [];
  @state() private state: 'closed' | 'asking' | 'open' | 'failed' = 'closed';
  @state() private at = -1;
  private timer = 0;
  private asked = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render(): unknown {
    const open = this.state !== 'closed';
    const listed = open && this.found.length > 0;
    const list = `${this.fieldId}-list`;
    const active = open && this.at >= 0 && this.found[this.at] ? `${list}-${this.at}` : nothing;
    return html`<div class="combobox" @focusout=${this.left}>
      <div class="with-i">
        ${icon('search')}<input
          class="in"
          id=${this.fieldId}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded=${listed}
          aria-controls=${list}
          aria-activedescendant=${active}
          aria-invalid=${this.invalid}
          aria-describedby=${this.described}
          placeholder=${t('combobox.hint')}
          .value=${this.words ?? this.value?.name ?? ''}
          @input=${this.typed}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          @click=${() => this.search(this.words ?? '')}
          @keydown=${this.pressed}
        />
        ${
          this.value
            ? html`<button
                class="btn quiet icon sm"
                type="button"
                aria-label=${t('combobox.forget', { name: this.value.name })}
                @click=${() => this.choose(null)}
              >
                ${icon('x')}
              </button>`
            : nothing
        }
      </div>
      <ul class="menu options" id=${list} role="listbox" aria-label=${t('combobox.found')} ?hidden=${!listed}>
        ${this.found
          .slice(0, SHOWN)
          .map(
            (choice, at) =>
              html`<li
                id="${list}-${at}"
                role="option"
                class=${at === this.at ? 'is-at' : ''}
                aria-selected=${choice.id === this.value?.id}
                @pointerdown=${(event: Event) => event.preventDefault()}
                @click=${() => this.choose(choice)}
              >
                <span class="cut-text">${choice.name}</span><span class="m s push">${choice.beside ?? ''}</span>
              </li>`,
          )}
      </ul>
      <span class="hint" role="status">${open ? this.said() : ''}</span>
    </div>`;
  }

  private said(): string {
    if (this.state === 'asking') return t('state.loading');
    if (this.state === 'failed') return t('error.offline');
    if (this.found.length === 0) return t('combobox.none');
    return this.found.length > SHOWN
      ? t('combobox.more', { shown: SHOWN, n: this.found.length })
      : t('combobox.some', { n: this.found.length });
  }

  private readonly typed = (event: InputEvent): void => {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.search(this.words ?? ''), PAUSE);
  };

  private search(words: string): void {
    const mine = ++this.asked;
    if (this.state === 'closed') this.state = 'asking';
    this.ask(words.trim()).then(
      (found) => {
        if (mine !== this.asked) return;
        this.found = found;
        this.at = words && found.length ? 0 : -1;
        this.state = 'open';
      },
      () => {
        if (mine === this.asked) this.state = 'failed';
      },
    );
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const last = Math.min(this.found.length, SHOWN) - 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.state === 'closed') this.search(this.words ?? '');
      else this.at = Math.max(0, Math.min(last, this.at + step));
      void this.updateComplete.then(() => this.querySelector('.is-at')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && this.state !== 'closed') {
      event.preventDefault();
      const choice = this.found[this.at];
      if (choice) this.choose(choice);
    } else if (event.key === 'Escape' && this.state !== 'closed') {
      event.stopPropagation();
      this.close();
    }
  };

  /** Words that chose nothing do not stay: what stands in the field is what is saved. */
  private readonly left = (event: FocusEvent): void => {
    if (this.contains(event.relatedTarget as Node | null)) return;
    if (this.words === '' && this.value) this.choose(null);
    else this.close();
  };

  private close(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.words = null;
    this.state = 'closed';
    this.at = -1;
  }

  private choose(choice: Choosable | null): void {
    this.value = choice;
    this.close();
    this.querySelector('input')?.focus();
    this.dispatchEvent(new CustomEvent('chosen', { detail: choice }));
  }
}

/** A combobox below its label. */
export const comboField = (
  id: string,
  title: string,
  value: Choosable | null,
  ask: Ask,
  chosen: (to: Choosable | null) => void,
  described = '',
): unknown =>
  html`<div class="field">
    <label class="label" for=${id}>${title}</label
    ><vaksam-combobox
      fieldId=${id}
      described=${described}
      .value=${value}
      .ask=${ask}
      @chosen=${({ detail }: CustomEvent<Choosable | null>) => chosen(detail)}
    ></vaksam-combobox>
  </div>`;

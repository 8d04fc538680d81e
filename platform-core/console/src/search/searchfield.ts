import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Suggestion } from '../api/types/search';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { completed, isWhole, suggestions } from './suggesting';
import './searchhelp';

const PAUSE = 150;
const LIST = 'search-suggestions';

/**
 * The field for words and conditions; completes them as the ARIA combobox pattern describes. Set `value`; sends `searched` with the
 * text: at once for words, with Enter or a completion for conditions.
 */
@customElement('vaksam-search')
export class SearchField extends View {
  @property() type = '';
  @property() value = '';
  @state() private words: string | null = null;
  @state() private found: Suggestion[] = [];
  @state() private open = false;
  @state() private at = -1;
  private timer = 0;
  private asking: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override render(): unknown {
    const listed = this.open && this.found.length > 0;
    return html`<span class="with-i find combobox" @focusout=${this.left}>
        ${icon('search', 'i-s')}<input
          class="in"
          type="search"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          maxlength="1000"
          aria-autocomplete="list"
          aria-expanded=${listed}
          aria-controls=${LIST}
          aria-activedescendant=${listed && this.at >= 0 ? `${LIST}-${this.at}` : nothing}
          aria-label=${t('search.field')}
          placeholder=${t('search.field')}
          .value=${this.words ?? this.value}
          @input=${this.typed}
          @keydown=${this.pressed}
        />
        <ul class="menu options" id=${LIST} role="listbox" aria-label=${t('search.found')} ?hidden=${!listed}>
          ${this.found.map((item, at) => this.option(item, at))}
        </ul>
        <span class="sr" role="status">${listed ? t('search.some', { n: this.found.length }) : ''}</span>
      </span>
      <vaksam-search-help></vaksam-search-help>`;
  }

  private option(item: Suggestion, at: number): unknown {
    const beside =
      item.kind === 'record' ? label(item.detail) : item.kind === 'field' ? t('search.kind.field') : label(item.detail);
    return html`<li
      id="${LIST}-${at}"
      role="option"
      class=${at === this.at ? 'is-at' : ''}
      aria-selected=${at === this.at}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.take(item)}
    >
      <span class="cut-text">${label(item.label)}</span><span class="m s push cut-text">${beside}</span>${
        item.count
          ? html`<span class="n num m s" title=${t('search.records', { n: item.count })}>${item.count}</span>`
          : nothing
      }
    </li>`;
  }

  private readonly typed = (event: InputEvent): void => {
    const input = event.target as HTMLInputElement;
    this.words = input.value;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      void this.suggest(input.value, input.selectionStart ?? input.value.length);
      if (isWhole(input.value)) this.send(input.value);
    }, PAUSE);
  };

  private async suggest(words: string, at: number): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const found = words.trim() ? await suggestions(this.type, words, at, asking.signal) : [];
      if (asking.signal.aborted) return;
      this.found = found;
      this.open = true;
      this.at = -1;
    } catch {
      if (!asking.signal.aborted) this.found = [];
    }
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const chosen = this.open ? this.found[this.at] : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      event.preventDefault();
      this.open = true;
      this.at = Math.max(-1, Math.min(this.found.length - 1, this.at + step));
      void this.updateComplete.then(() => this.querySelector('.is-at')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' || (event.key === 'Tab' && chosen && !event.shiftKey)) {
      event.preventDefault();
      if (chosen) this.take(chosen);
      else this.finish();
    } else if (event.key === 'Escape' && this.open && this.found.length) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  };

  private take(item: Suggestion): void {
    const input = this.querySelector('input');
    const next =
      item.kind === 'record'
        ? { words: item.insert, at: item.insert.length }
        : completed(this.words ?? this.value, item);
    this.words = next.words;
    this.close();
    void this.updateComplete.then(() => {
      input?.focus();
      input?.setSelectionRange(next.at, next.at);
    });
    if (item.kind === 'field') void this.suggest(next.words, next.at);
    else this.send(next.words);
  }

  private finish(): void {
    const words = this.words ?? this.value;
    this.close();
    this.send(words);
  }

  private readonly left = (event: FocusEvent): void => {
    if (this.contains(event.relatedTarget as Node | null)) return;
    if (this.words !== null) this.finish();
    this.words = null;
  };

  private close(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.open = false;
    this.found = [];
    this.at = -1;
  }

  private send(words: string): void {
    if (words.trim() !== this.value) this.dispatchEvent(new CustomEvent('searched', { detail: words.trim() }));
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Candidate } from '../api/types/talk';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { mentionAt, withMention } from './mention';

const LONGEST = 4000;
const PAUSE = 150;

/**
 * Where a comment is written. After an @ it offers people who may see the record: arrows choose, Enter takes, Escape leaves.
 * Sends `send` with the text; keeps what is typed across reloads until `clear()`.
 */
@customElement('vaksam-composer')
export class Composer extends View {
  @property() recordId = '';
  @property() fieldId = 'comment';
  @property() name = '';
  @property() action = '';
  @property() first = '';
  @property({ type: Boolean }) busy = false;
  @state() private text = '';
  @state() private found: Candidate[] = [];
  @state() private at = 0;
  private timer = 0;
  private asked = 0;

  private get draft(): string {
    return `vaksam.comment.${this.recordId}.${this.fieldId}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = this.first || (sessionStorage.getItem(this.draft) ?? '');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  clear(): void {
    this.text = '';
    sessionStorage.removeItem(this.draft);
    this.close();
  }

  protected override render(): unknown {
    const list = `${this.fieldId}-people`;
    const open = this.found.length > 0;
    return html`<form class="composer" @submit=${this.submitted}>
      <label class="field"
        ><span class="label">${this.name}</span
        ><textarea
          class="in"
          id=${this.fieldId}
          rows="3"
          maxlength=${LONGEST}
          required
          aria-autocomplete="list"
          aria-controls=${list}
          aria-activedescendant=${open ? `${list}-${this.at}` : nothing}
          aria-describedby="${this.fieldId}-hint"
          .value=${this.text}
          @input=${this.typed}
          @keydown=${this.pressed}
          @blur=${() => this.close()}
        ></textarea>
      </label>
      <ul class="menu options" id=${list} role="listbox" aria-label=${t('comments.people')} ?hidden=${!open}>
        ${this.found.map(
          (person, at) =>
            html`<li
              id="${list}-${at}"
              role="option"
              class=${at === this.at ? 'is-at' : ''}
              aria-selected=${at === this.at}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.take(person)}
            >
              <span class="cut-text">${person.name}</span><span class="m s push">@${person.username}</span>
            </li>`,
        )}
      </ul>
      <div class="composer-end">
        <span class="hint" id="${this.fieldId}-hint">${t('comments.hint')}</span>
        <button class="btn primary sm" type="submit" ?disabled=${this.busy || !this.text.trim()}>
          ${icon('message-square')}${this.action}
        </button>
      </div>
    </form>`;
  }

  private readonly typed = (event: InputEvent): void => {
    const area = event.target as HTMLTextAreaElement;
    this.text = area.value;
    if (!this.first) sessionStorage.setItem(this.draft, this.text);
    const mention = mentionAt(area.value, area.selectionStart);
    clearTimeout(this.timer);
    if (mention === null) this.close();
    else this.timer = window.setTimeout(() => void this.search(mention), PAUSE);
  };

  private async search(words: string): Promise<void> {
    const mine = ++this.asked;
    const query = new URLSearchParams({ record: this.recordId, q: words });
    const found = await get<{ items: Candidate[] }>(`comments/people?${query}`).catch(() => ({ items: [] }));
    if (mine !== this.asked) return;
    this.found = found.items;
    this.at = 0;
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.found = [];
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
      return;
    }
    if (this.found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = this.found[this.at];
    if (step) this.at = (this.at + step + this.found.length) % this.found.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) this.take(person);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private take(person: Candidate): void {
    const area = this.querySelector('textarea')!;
    const { text, caret } = withMention(area.value, area.selectionStart, person.username);
    this.text = text;
    if (!this.first) sessionStorage.setItem(this.draft, text);
    this.close();
    void this.updateComplete.then(() => {
      area.focus();
      area.setSelectionRange(caret, caret);
    });
  }

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('send', { detail: this.text.trim() }));
  };
}

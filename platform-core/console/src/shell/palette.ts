import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { SearchHit } from '../api/types/record';
import type { QueryView, Suggestion } from '../api/types/search';
import { label, t } from '../i18n/i18n';
import { prefer, preferences } from '../i18n/preferences';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { allTypes, can, listAddress, navigation, typeNamed } from './areas';
import { go } from './router';
import { signOut } from './session';
import { administration, areaEntries, places } from './side';
import { titleOf } from '../record/withheld';
import { completed, suggestions } from '../search/suggesting';

interface Option {
  group: string;
  icon: string;
  name: string;
  side?: string;
  keys?: string;
  to?: string;
  run?: () => void;
  /** What is typed afterwards: it goes on. */
  words?: string;
}

/** Records, places, then things to do; everything within reach of the keyboard. */
@customElement('vaksam-palette')
export class Palette extends View {
  @state() private shown = false;
  @state() private words = '';
  @state() private hits: SearchHit[] = [];
  @state() private total = 0;
  @state() private completions: Suggestion[] = [];
  @state() private instead: { typed: string; used: string }[] = [];
  @state() private at = 0;
  private timer = 0;
  private asking: AbortController | null = null;

  open(): void {
    this.words = '';
    this.hits = [];
    this.at = 0;
    this.shown = true;
  }

  protected override updated(changed: Map<string, unknown>): void {
    const dialog = this.querySelector('dialog');
    if (changed.has('shown') && this.shown && dialog && !dialog.open) {
      dialog.showModal();
      dialog.querySelector('input')?.focus();
    }
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): unknown {
    if (!this.shown) return nothing;
    const options = this.options();
    let group = '';
    return html`<dialog
      class="palette"
      aria-label=${t('shell.jump')}
      @close=${() => (this.shown = false)}
      @click=${this.outside}
    >
      <div class="q">
        ${icon('search')}<input
          type="search"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant=${options.length ? `palette-${this.at}` : ''}
          aria-label=${t('shell.jump')}
          placeholder=${t('palette.hint')}
          autocomplete="off"
          .value=${this.words}
          @input=${this.typed}
          @keydown=${this.pressed}
        /><kbd>Esc</kbd>
      </div>
      <div class="menu" id="palette-list" role="listbox" aria-label=${t('palette.results')}>
        ${options.map((option, at) => {
          const heading = option.group === group ? nothing : html`<h3 role="presentation">${option.group}</h3>`;
          group = option.group;
          return html`${heading}<a
              id="palette-${at}"
              role="option"
              tabindex="-1"
              href=${option.to ?? '#'}
              class=${at === this.at ? 'is-active' : ''}
              aria-selected=${at === this.at}
              @click=${(event: MouseEvent) => this.choose(event, option)}
              @pointermove=${() => (this.at = at)}
              >${icon(option.icon)}<span class="cut-text">${this.marked(option.name)}</span>${
                option.side ? html`<span class="id push">${option.side}</span>` : nothing
              }${option.keys ? html`<kbd>${option.keys}</kbd>` : nothing}</a
            >`;
        })}
        ${options.length === 0 ? html`<p class="none">${t('palette.none', { words: this.words })}</p>` : nothing}
      </div>
      ${this.instead.map(
        (one) => html`<p class="m2 s" role="status">${t('search.instead', { typed: one.typed, used: one.used })}</p>`,
      )}
      <footer>
        <span class="keys-hint"><kbd>↑</kbd> <kbd>↓</kbd> ${t('palette.choose')}</span
        ><span class="keys-hint"><kbd>Enter</kbd> ${t('palette.open')}</span>
        ${this.total > this.hits.length ? html`<span class="push num">${t('palette.total', { n: this.total })}</span>` : nothing}
      </footer>
    </dialog>`;
  }

  private options(): Option[] {
    const words = this.words.trim().toLowerCase();
    const fits = (option: Option) =>
      !words || words.split(/\s+/).every((word) => option.name.toLowerCase().includes(word));
    const records = this.hits.map((hit): Option => {
      const found = typeNamed(hit.type);
      return {
        group: t('palette.records'),
        icon: found?.record.icon ?? 'file-text',
        name: titleOf(hit),
        side: hit.number,
        to: found ? `${listAddress(found)}/${hit.number}` : '/console/',
      };
    });
    const pages = [...places(), ...(navigation.value?.areas ?? []).flatMap(areaEntries), ...administration()].map(
      (entry): Option => ({ group: t('palette.places'), icon: entry.icon, name: entry.name, to: entry.to }),
    );
    return [
      ...records,
      ...this.completed(),
      ...pages.filter(fits),
      ...this.deeds().filter(fits),
      ...this.everywhere(words),
    ].slice(0, 24);
  }

  /** Fields and values that the typed words may go on with. */
  private completed(): Option[] {
    return this.completions
      .filter(({ kind }) => kind !== 'record')
      .slice(0, 5)
      .map((item) => ({
        group: t('search.for'),
        icon: 'list-filter',
        name: item.kind === 'field' ? label(item.label) : `${label(item.detail)}: ${label(item.label)}`,
        side: item.insert,
        words: completed(this.words, item).words,
      }));
  }

  private deeds(): Option[] {
    const group = t('palette.do');
    const create = allTypes()
      .filter(({ record }) => can(record, 'create'))
      .map((found): Option => ({
        group,
        icon: 'plus',
        name: t('palette.new', { what: label(found.record.title).toLowerCase() }),
        keys: 'C',
        to: `${listAddress(found)}/new`,
      }));
    const other = preferences.value.language === 'sv' ? 'en' : 'sv';
    return [
      ...create,
      {
        group,
        icon: 'languages',
        name: other === 'en' ? 'Switch to English' : 'Byt till svenska',
        run: () => prefer({ language: other }),
      },
      { group, icon: 'moon', name: t('palette.dark'), run: () => prefer({ theme: 'dark' }) },
      { group, icon: 'sun', name: t('palette.light'), run: () => prefer({ theme: 'light' }) },
      { group, icon: 'log-out', name: t('login.out'), run: () => void signOut() },
    ];
  }

  private everywhere(words: string): Option[] {
    if (!words) return [];
    return allTypes()
      .filter(({ record }) => can(record, 'read'))
      .map((found) => ({
        group: t('palette.do'),
        icon: 'search',
        name: t('palette.list', { words: this.words.trim(), area: label(found.area.title) }),
        to: listAddress(found, { q: this.words.trim() }),
      }));
  }

  private marked(name: string): unknown {
    const words = this.words.trim();
    const at = words ? name.toLowerCase().indexOf(words.toLowerCase()) : -1;
    if (at < 0) return name;
    return html`${name.slice(0, at)}<mark>${name.slice(at, at + words.length)}</mark>${name.slice(at + words.length)}`;
  }

  private readonly typed = (event: InputEvent): void => {
    this.words = (event.target as HTMLInputElement).value;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), 120);
  };

  private async search(): Promise<void> {
    this.asking?.abort();
    const words = this.words.trim();
    if (words.length < 2) {
      this.hits = [];
      this.completions = [];
      this.instead = [];
      this.total = 0;
      return;
    }
    const asking = (this.asking = new AbortController());
    type Found = Page<SearchHit> & Pick<QueryView, 'instead'>;
    const none = { items: [], total: 0, next: null, instead: [] };
    const [found, completions] = await Promise.all([
      get<Found>(`search?limit=8&q=${encodeURIComponent(words)}`, asking.signal).catch(() => none),
      suggestions('', this.words, this.words.length, asking.signal).catch(() => []),
    ]);
    if (asking.signal.aborted) return;
    this.hits = found.items;
    this.total = found.total;
    this.instead = found.instead;
    this.completions = completions;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const options = this.options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.at = (this.at + step + options.length) % Math.max(options.length, 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[this.at];
      if (option?.to && (event.ctrlKey || event.metaKey)) window.open(option.to, '_blank', 'noopener');
      else if (option) this.choose(event, option);
    }
  };

  private choose(event: Event, option: Option): void {
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (option.words !== undefined) {
      this.words = option.words;
      this.at = 0;
      this.querySelector('input')?.focus();
      void this.search();
      return;
    }
    this.querySelector('dialog')?.close();
    if (option.run) option.run();
    else if (option.to) go(option.to);
  }

  private outside(event: MouseEvent): void {
    if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vaksam-palette': Palette;
  }
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Entry, EntryPage } from '../api/types/journal';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { fullMoment, moment } from '../i18n/time';
import { empty, failedPage, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import '../kit/dialog';
import { place, query } from '../shell/router';
import { deedOf, deeds, nameOf } from './deeds';
import './followers';
import './verification';

/** Parameters of the search that the address carries, with their labels. */
const FILTERS: [string, Key, 'text' | 'date'][] = [
  ['q', 'journal.text', 'text'],
  ['person', 'journal.person', 'text'],
  ['action', 'journal.action', 'text'],
  ['subject', 'journal.subject', 'text'],
  ['from', 'journal.from', 'date'],
  ['to', 'journal.to', 'date'],
];

/** What the address asks for, as the platform understands it. */
export function searchOf(parameters: URLSearchParams): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name] of FILTERS) {
    const value = parameters.get(name)?.trim();
    if (value) search.set(name, value);
  }
  return search;
}

/** Who did what when, for auditors: filter, search and look closer. */
@customElement('vaksam-journal')
export class JournalPage extends View {
  @state() private entries: Entry[] | null = null;
  @state() private page: EntryPage | null = null;
  @state() private shown: Entry | null = null;
  @state() private searching = false;
  @state() private problem: unknown = null;
  @state() private trouble: unknown = null;
  private asked: string | null = null;

  protected override stores = () => [place];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.journal'));
  }

  protected override willUpdate(): void {
    const search = searchOf(place.value.query).toString();
    if (search === this.asked) return;
    this.asked = search;
    void this.load(search);
  }

  private async load(search: string, before?: number): Promise<void> {
    this.searching = true;
    const parameters = new URLSearchParams(search);
    if (before) parameters.set('before', String(before));
    try {
      const page = await get<EntryPage>(`journal?${parameters.toString()}`);
      if (search !== this.asked) return;
      this.page = page;
      this.entries = [...(before ? (this.entries ?? []) : []), ...page.items];
      this.problem = this.trouble = null;
    } catch (caught) {
      if (this.entries) this.trouble = caught;
      else this.problem = caught;
    } finally {
      this.searching = false;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load(this.asked ?? ''));
    return html`<div class="page admin-page">
        <div class="head">
          <div>
            <h1>${t('nav.journal')}</h1>
            <p class="m2">${t('journal.why')}</p>
          </div>
          <a class="btn" href="/api/journal/export" download="journal.jsonl"
            >${icon('download')}${t('journal.export')}</a
          >
        </div>
        <vaksam-verification></vaksam-verification>
        <vaksam-followers></vaksam-followers>
        <section class="sec" aria-labelledby="entries-title">
          <header><h2 id="entries-title">${t('journal.entries')}</h2></header>
          ${this.filter()} ${this.trouble ? noteOf(this.trouble) : nothing}
          ${this.entries ? this.list(this.entries) : skeleton(8)}
        </section>
      </div>
      ${this.shown ? this.detail(this.shown) : nothing}`;
  }

  private filter(): unknown {
    const { query: parameters } = place.value;
    const change = (event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      query(Object.fromEntries(FILTERS.map(([name]) => [name, String(form.get(name) ?? '').trim()])));
    };
    return html`<form class="journal-filter" role="search" @submit=${change}>
      ${FILTERS.map(
        ([name, title, type]) =>
          html`<label class="field"
            ><span class="label">${t(title)}</span
            ><input
              class="in"
              type=${type}
              name=${name}
              maxlength="200"
              autocomplete="off"
              list=${name === 'action' ? 'journal-deeds' : nothing}
              placeholder=${name === 'action' ? t('journal.action.hint') : nothing}
              .value=${parameters.get(name) ?? ''}
          /></label>`,
      )}
      <datalist id="journal-deeds">
        ${deeds().map(([action, words]) => html`<option value=${action}>${words}</option>`)}
      </datalist>
      <div class="row">
        <button class="btn primary" type="submit">${icon('search')}${t('journal.search')}</button>
        <button
          class="btn"
          type="button"
          @click=${() => query(Object.fromEntries(FILTERS.map(([name]) => [name, null])))}
        >
          ${icon('filter-x')}${t('journal.clear')}
        </button>
      </div>
    </form>`;
  }

  private list(entries: Entry[]): unknown {
    const { next, searchedTo } = this.page ?? { next: null, searchedTo: null };
    const more = () => void this.load(this.asked ?? '', next ?? undefined);
    return html`<ul class="journal-list">
        ${entries.map((entry) => this.line(entry))}
      </ul>
      ${entries.length || next ? nothing : empty('search', t('journal.none'), t('journal.none.why'))}
      ${
        next
          ? html`<button class="btn" type="button" ?disabled=${this.searching} @click=${more}>
              ${
                this.page?.items.length || !searchedTo
                  ? t('journal.more')
                  : t('journal.further', { time: moment(searchedTo) })
              }
            </button>`
          : nothing
      }`;
  }

  private line(entry: Entry): unknown {
    const { position, at, by, action, subjectType } = entry;
    return html`<li class="journal-line">
      <time class="s m2" datetime=${at} title=${fullMoment(at)}>${moment(at)}</time>
      <span
        ><button
          class="link b"
          type="button"
          aria-label="${t('journal.show', { n: position })}: ${deedOf(action)}"
          @click=${() => (this.shown = entry)}
        >
          ${deedOf(action)}</button
        ><br /><span class="s m2">${by.name || t('journal.nobody')}</span></span
      >
      <span>${nameOf(entry)}<br /><span class="s m2">${subjectType}</span></span>
    </li>`;
  }

  private detail(entry: Entry): unknown {
    const leave = () => (this.shown = null);
    const fact = (title: Key, value: unknown) =>
      html`<dt class="s">${t(title)}</dt>
        <dd>${value}</dd>`;
    const { position, at, by, action, subjectType, subject, data, hash } = entry;
    return html`<vaksam-dialog
      heading=${t('journal.detail', { n: position })}
      .body=${html`<dl class="journal-facts">
        ${fact('journal.action', html`${deedOf(action)}<br /><span class="mono s m">${action}</span>`)}
        ${fact('journal.at', html`<time datetime=${at}>${fullMoment(at)}</time>`)}
        ${fact('journal.person', html`${by.name || t('journal.nobody')}<br /><span class="mono s m">${by.id ?? ''}</span>`)}
        ${fact('journal.what', html`${subjectType}<br /><span class="mono s">${subject}</span>`)}
        ${fact('journal.data', html`<pre class="journal-data s">${JSON.stringify(data, null, 2)}</pre>`)}
        ${fact('journal.hash', html`<span class="mono s">${hash}</span>`)}
      </dl>`}
      .buttons=${html`<button class="btn" type="button" data-first @click=${leave}>${t('action.close')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }
}

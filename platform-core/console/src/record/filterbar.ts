import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { TypeDefinition } from '../api/types/definition';
import type { Facets, FacetValue } from '../api/types/insight';
import { label, number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import type { Menu } from '../kit/menu';
import { severity, state as stateOf } from '../kit/marks';
import { View } from '../kit/view';
import { place, query } from '../shell/router';
import { facetsOf, statesOf } from './definitions';
import {
  CHOICES,
  filterIcon,
  filterName,
  filtersOf,
  presets,
  RANGES,
  valueName,
  withFilters,
  type Words,
} from './filters';
import { nameUnits, units } from './units';
import '../kit/menu';
import '../search/searchfield';
import '../search/understood';

/** Chips for the filters in the address, and a menu that adds more with the number of records each would leave. */
@customElement('vaksam-filters')
export class FilterBar extends View {
  @property() type = '';
  @property({ attribute: false }) definition: TypeDefinition | null = null;
  /** More chips or buttons, before and after. */
  @property({ attribute: false }) lead: unknown = nothing;
  @property({ attribute: false }) tail: unknown = nothing;
  /** Not shown as chips: the page shows them itself. */
  @property({ attribute: false }) hide: string[] = [];
  @property({ type: Boolean }) search = true;
  @state() private chosen = '';
  @state() private values: FacetValue[] | null = null;
  @state() private narrow = '';
  private readonly labels = new Map<string, string>();

  protected override stores = () => [place, units];

  private get words(): Words {
    return { type: this.definition, units: units.value, labels: this.labels };
  }

  protected override willUpdate(): void {
    const filters = filtersOf(place.value.query);
    const nameless = ['assignee', 'channel', 'source'].filter((name) =>
      filters.getAll(name).some((value) => value !== 'me' && value !== 'none' && !this.labels.has(`${name}=${value}`)),
    );
    void nameUnits(filters.getAll('unit').filter((id) => !this.labels.has(`unit=${id}`)));
    for (const name of nameless) void this.facet(name, new URLSearchParams({ [name]: filters.get(name) ?? '' }));
  }

  protected override render(): unknown {
    const filters = filtersOf(place.value.query);
    const names = [...new Set(filters.keys())].filter((name) => name !== 'q' && !this.hide.includes(name));
    return html`<div class="bar-f" role="group" aria-label=${t('filter.all')}>
      ${this.lead} ${names.map((name) => this.chip(name, filters.getAll(name)))}
      <vaksam-understood
        type=${this.type}
        words=${filters.get('q') ?? ''}
        @searched=${this.searched}
      ></vaksam-understood>
      ${this.adder()}
      ${
        names.length || filters.get('q')
          ? html`<button class="btn quiet sm" type="button" @click=${() => this.clear(filters)}>
              ${t('filter.clear')}
            </button>`
          : nothing
      }
      ${this.search ? this.box(filters.get('q') ?? '') : nothing}
      <span class="push"></span>
      ${this.tail}
    </div>`;
  }

  private chip(name: string, values: string[]): unknown {
    const title = filterName(name, this.words);
    const shown = values.map((value) => valueName(name, value, this.words)).join(', ');
    return html`<span class="chip"
      ><span>${icon(filterIcon(name), 'i-s')}${title}</span
      ><button type="button" class="chip-value" title=${shown} @click=${() => this.edit(name)}><b>${shown}</b></button
      ><button type="button" aria-label=${t('filter.remove', { name: title })} @click=${() => this.set(name, null)}>
        ${icon('x', 'i-s')}
      </button></span
    >`;
  }

  private box(words: string): unknown {
    return html`<vaksam-search type=${this.type} .value=${words} @searched=${this.searched}></vaksam-search>`;
  }

  private readonly searched = ({ detail }: CustomEvent<string>): void => this.set('q', detail || null, true);

  private adder(): unknown {
    return html`<vaksam-menu
      look="btn quiet sm"
      panel="menu filter-menu"
      .face=${html`${icon('list-filter')}${t('filter.add')}<kbd>F</kbd>`}
      .items=${this.chosen ? this.panel() : this.fields()}
      @closed=${() => {
        this.chosen = '';
        this.narrow = '';
      }}
    ></vaksam-menu>`;
  }

  private fields(): unknown {
    const line = (name: string) =>
      html`<button type="button" data-stay @click=${() => this.choose(name)}>
        ${icon(filterIcon(name))}${filterName(name, this.words)}${icon('chevron-right', 'i-s push')}
      </button>`;
    const own = facetsOf(this.definition).map(({ id }) => `fields.${id}`);
    return html`${CHOICES.map(line)}
      <hr />
      ${RANGES.map(line)}
      ${
        own.length
          ? html`<hr />
              ${own.map(line)}`
          : nothing
      }`;
  }

  private panel(): unknown {
    const name = this.chosen;
    const head = html`<button type="button" data-stay class="back" @click=${() => (this.chosen = '')}>
      ${icon('chevron-left', 'i-s')}<b class="b">${filterName(name, this.words)}</b>
    </button>`;
    return RANGES.includes(name) ? html`${head}${this.range(name)}` : html`${head}${this.choices(name)}`;
  }

  private range(name: string): unknown {
    const [from = '', to = ''] = (place.value.query.get(name) ?? '..').split('..');
    const apply = (event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      const range = `${String(form.get('from'))}..${String(form.get('to'))}`;
      this.set(name, range === '..' ? null : range);
      this.querySelector<Menu>('vaksam-menu')?.close();
    };
    return html`${presets().map(
        ([key, value]) =>
          html`<button type="button" @click=${() => this.set(name, value)}>${icon('calendar')}${t(key)}</button>`,
      )}
      <hr />
      <form class="range" @submit=${apply}>
        <label class="field"
          ><span class="label">${t('filter.range.from')}</span><input class="in" type="date" name="from" .value=${from}
        /></label>
        <label class="field"
          ><span class="label">${t('filter.range.to')}</span><input class="in" type="date" name="to" .value=${to}
        /></label>
        <button class="btn sm primary" type="submit" data-stay>${t('filter.apply')}</button>
      </form>`;
  }

  private choices(name: string): unknown {
    const set = new Set(place.value.query.getAll(name));
    if (!this.values) return html`<p class="none">${t('state.loading')}</p>`;
    const narrow = this.narrow.toLowerCase();
    const fits = this.values.filter((value) => this.named(name, value).toLowerCase().includes(narrow));
    return html`<div class="with-i narrow">
        ${icon('search', 'i-s')}<input
          class="in"
          type="search"
          aria-label=${t('filter.narrow')}
          placeholder=${t('filter.narrow')}
          .value=${this.narrow}
          @input=${(event: InputEvent) => (this.narrow = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${name === 'assignee' ? this.option(name, { key: 'me', label: t('filter.me'), count: -1 }, set) : nothing}
      ${fits.map((value) => this.option(name, value, set))}
      ${
        fits.length === 0 && this.narrow && ['place', 'category', 'source'].includes(name)
          ? this.option(name, { key: this.narrow, label: this.narrow, count: -1 }, set)
          : nothing
      }
      ${fits.length === 0 && !this.narrow ? html`<p class="none">${t('filter.empty')}</p>` : nothing}`;
  }

  private option(name: string, value: FacetValue, set: Set<string>): unknown {
    const drawn =
      name === 'severity' && value.key !== 'none'
        ? severity(Number(value.key))
        : name === 'state' && value.key !== 'none'
          ? stateOf(value.key, statesOf(this.definition))
          : html`<span class="cut-text">${this.named(name, value)}</span>`;
    return html`<label class="option"
      ><input
        class="box"
        type="checkbox"
        .checked=${set.has(value.key)}
        @change=${() => this.toggle(name, value.key, set)}
      />${drawn} ${value.count < 0 ? nothing : html`<span class="n num m s push">${number(value.count)}</span>`}</label
    >`;
  }

  private named(name: string, value: FacetValue): string {
    return valueName(name, value.key, this.words) === value.key
      ? label(value.label) || value.key
      : valueName(name, value.key, this.words);
  }

  private toggle(name: string, key: string, set: Set<string>): void {
    if (set.has(key)) set.delete(key);
    else set.add(key);
    this.set(name, set.size ? [...set] : null);
  }

  private choose(name: string): void {
    this.chosen = name;
    this.narrow = '';
    this.values = null;
    if (!RANGES.includes(name))
      void this.facet(name, withFilters(filtersOf(place.value.query), { [name]: null }), true);
  }

  openMenu(): void {
    this.querySelector<Menu>('vaksam-menu')?.open();
  }

  private edit(name: string): void {
    if (CHOICES.includes(name) || RANGES.includes(name) || name.startsWith('fields.')) this.choose(name);
    this.openMenu();
  }

  private async facet(name: string, filters: URLSearchParams, show = false): Promise<void> {
    const known = `${name}=${filters.get(name) ?? ''}`;
    if (!show) this.labels.set(known, filters.get(name) ?? '');
    try {
      const parameters = new URLSearchParams({ type: this.type, fields: name, limit: '50' });
      const { facets } = await get<Facets>(`insight/facets?${parameters.toString()}&${filters.toString()}`);
      const values = facets[name] ?? [];
      for (const value of values) this.labels.set(`${name}=${value.key}`, label(value.label) || value.key);
      if (show && this.chosen === name) this.values = values;
    } catch {
      if (show) this.values = [];
    }
    this.requestUpdate();
  }

  private set(name: string, value: string | string[] | null, replace = false): void {
    query({ [name]: value, cursor: null, page: null }, { replace });
  }

  private clear(filters: URLSearchParams): void {
    query({
      ...Object.fromEntries(
        [...filters.keys()].filter((name) => !this.hide.includes(name)).map((name) => [name, null]),
      ),
      cursor: null,
      page: null,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vaksam-filters': FilterBar;
  }
}

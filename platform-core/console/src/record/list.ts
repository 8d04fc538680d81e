import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { TypeDefinition } from '../api/types/definition';
import type { Cube } from '../api/types/insight';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { empty, emptyPage, failed } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { can, listAddress, listTitle, openCounts, type Found } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { go, place, query } from '../shell/router';
import { definitionsOf } from './definitions';
import { filtersOf } from './filters';
import { listFoot, PAGE_SIZE, pageNumber } from './listfoot';
import { listHead, newButton } from './listhead';
import { listTools, type ListView } from './listtools';
import { keepTrail, trail } from './trail';
import { views } from './views';
import './bulk';
import './filterbar';
import './keys';
import './rows';
import './viewtabs';
import './weeks';

/** The records of one type: everything that decides what is shown stands in the address. */
@customElement('vaksam-list')
export class List extends View {
  @property({ attribute: false }) found!: Found;
  @state() private definition: TypeDefinition | null = null;
  @state() private page: Page<RecordDoc> | null = null;
  @state() private problem: unknown = null;
  @state() private fresh = 0;
  @state() private selected = new Set<string>();
  @state() private cursor = -1;
  @state() private keys = false;
  @state() private counts: Record<string, number> = {};
  private asked = '';
  private asking: AbortController | null = null;
  private leaveLive: () => void = () => undefined;

  protected override stores = () => [place, openCounts];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
    this.leaveLive = recordChanged.watch((event) => {
      if (!event || event.type !== this.found.record.type) return;
      if (this.page?.items.some(({ id }) => id === event.id)) void this.refresh(event.id);
      else if (/creat|import/.test(event.action)) this.fresh += 1;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.pressed);
    this.leaveLive();
    this.asking?.abort();
  }

  private get view(): ListView {
    const wanted = place.value.query.get('view');
    return wanted === 'map' || wanted === 'analysis' ? wanted : 'list';
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.entitle(listTitle(this.found));
    if (changed.has('found') || !this.definition)
      void definitionsOf(this.found)
        .then((definition) => (this.definition = definition))
        .catch(() => undefined);
    const wanted = `${this.found.record.type}?${this.parameters().toString()}`;
    if (this.view === 'list' && wanted !== this.asked) {
      const other = !this.asked.startsWith(`${this.found.record.type}?`);
      this.asked = wanted;
      if (other) this.page = null;
      void this.load();
    }
    if (this.view !== 'list') void import('../insight/picture');
  }

  private parameters(): URLSearchParams {
    const { query: now } = place.value;
    const parameters = filtersOf(now);
    parameters.set('limit', String(PAGE_SIZE));
    const sort = now.get('sort');
    if (sort) parameters.set('sort', sort);
    const cursor = now.get('cursor');
    if (cursor) parameters.set('cursor', cursor);
    return parameters;
  }

  private async load(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const { area, record } = this.found;
    try {
      const page = await get<Page<RecordDoc>>(
        `${area.module}/${record.path}?${this.parameters().toString()}`,
        asking.signal,
      );
      if (asking.signal.aborted) return;
      this.page = page;
      this.problem = null;
      this.fresh = 0;
      this.selected = new Set();
      this.cursor = -1;
      this.remember(page);
      void this.count();
    } catch (caught) {
      if (!asking.signal.aborted) this.problem = caught;
    }
  }

  private remember(page: Page<RecordDoc>): void {
    const { query: now } = place.value;
    const at = pageNumber();
    const { cursors } = trail(this.found.record.type);
    cursors.length = at;
    cursors[at] = now.get('cursor') ?? '';
    const records = page.items.map(({ number: name }) => name);
    keepTrail(this.found.record.type, {
      cursors,
      records,
      total: page.total,
      offset: at * PAGE_SIZE,
      address: location.pathname + location.search,
    });
  }

  private async count(): Promise<void> {
    const type = encodeURIComponent(this.found.record.type);
    const counted = await Promise.all(
      views().map(async ({ key, filters }) => {
        try {
          const parameters = new URLSearchParams(filters).toString();
          return [key, (await get<Cube>(`insight/cube?type=${type}&measures=count&${parameters}`)).total] as const;
        } catch {
          return null;
        }
      }),
    );
    this.counts = Object.fromEntries(counted.filter((one) => one !== null));
  }

  private async refresh(id: string): Promise<void> {
    const { area, record } = this.found;
    try {
      const now = await get<RecordDoc>(`${area.module}/${record.path}/${id}`);
      if (this.page) this.page = { ...this.page, items: this.page.items.map((item) => (item.id === id ? now : item)) };
    } catch {
      return;
    }
  }

  protected override render(): unknown {
    const { record } = this.found;
    if (!can(record, 'read')) return emptyPage('lock', t('error.forbidden'), t('list.cannot'), newButton(this.found));
    return html`<div class="lst">
      ${listHead(this.found, this.counts['view.inbox'])}
      <vaksam-views .found=${this.found} .counts=${this.counts}></vaksam-views>
      <vaksam-filters
        .type=${record.type}
        .definition=${this.definition}
        .tail=${listTools(this.view, this.definition, this.found, this.page?.total ?? null)}
      ></vaksam-filters>
      ${
        this.fresh && this.view === 'list'
          ? html`<button class="fresh" type="button" @click=${this.showFresh}>
              ${icon('arrow-up')}${t('list.fresh', { n: this.fresh })}
            </button>`
          : nothing
      }
      ${
        this.view === 'list'
          ? this.list()
          : html`<div class="page">
              <vaksam-picture .found=${this.found} .only=${this.view === 'map' ? 'map' : ''}></vaksam-picture>
            </div>`
      }
      ${this.keys ? html`<vaksam-keys @done=${() => (this.keys = false)}></vaksam-keys>` : nothing}
    </div>`;
  }

  private list(): unknown {
    if (this.problem) return failed(this.problem, () => void this.load());
    const filtered = [...filtersOf(place.value.query).keys()].length > 0;
    if (this.page && this.page.items.length === 0)
      return filtered
        ? empty(
            'filter-x',
            t('list.none'),
            t('list.none.why'),
            html`<a class="btn" href=${listAddress(this.found)}>${t('list.none.all')}</a>`,
          )
        : empty(
            'inbox',
            t('list.empty', { what: label(this.found.record.titles).toLowerCase() }),
            t('list.empty.why'),
            newButton(this.found),
          );
    return html`<vaksam-rows
        .found=${this.found}
        .definition=${this.definition}
        .records=${this.page?.items ?? null}
        .selected=${this.selected}
        .at=${this.cursor}
        @selection=${(event: CustomEvent<Set<string>>) => (this.selected = event.detail)}
      ></vaksam-rows>
      ${this.selected.size ? this.bulk() : nothing} ${this.page ? listFoot(this.page, this.found) : nothing}`;
  }

  private bulk(): unknown {
    const records = this.page?.items.filter(({ id }) => this.selected.has(id)) ?? [];
    return html`<vaksam-bulk
      .found=${this.found}
      .records=${records}
      .definition=${this.definition}
      @done=${() => void this.load()}
      @clear=${() => (this.selected = new Set())}
    ></vaksam-bulk>`;
  }

  private readonly showFresh = (): void => {
    if (place.value.query.get('cursor')) query({ cursor: null, page: null });
    else void this.load();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const typing = (event.target as HTMLElement).closest?.(
      'input:not([type=checkbox]), textarea, select, dialog, [popover]',
    );
    if (typing || event.ctrlKey || event.metaKey || event.altKey || this.view !== 'list') return;
    const items = this.page?.items ?? [];
    const here = items[this.cursor];
    if (event.key === 'j' || event.key === 'k') {
      const step = event.key === 'j' ? 1 : -1;
      this.cursor = Math.max(0, Math.min(items.length - 1, this.cursor + step));
    } else if (event.key === 'x' && here) {
      const next = new Set(this.selected);
      if (!next.delete(here.id)) next.add(here.id);
      this.selected = next;
    } else if (event.key === 'Enter' && here && !(event.target as HTMLElement).closest('a, button')) {
      go(`${listAddress(this.found)}/${here.number}`);
    } else if (event.key === 'Escape') {
      this.selected = new Set();
    } else if (event.key === 'f') {
      event.preventDefault();
      this.querySelector('vaksam-filters')?.openMenu();
    } else if (event.key === '?') {
      this.keys = true;
    }
  };
}

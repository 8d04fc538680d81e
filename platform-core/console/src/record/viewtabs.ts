import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Cube } from '../api/types/insight';
import { number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import type { Menu } from '../kit/menu';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { listAddress, type Found } from '../shell/areas';
import { place } from '../shell/router';
import { filtersOf } from './filters';
import { keepViews, savedViews, viewQuery, withView, type SavedView } from './savedviews';
import { isView, views } from './views';
import '../kit/menu';
import '../talk/followview';

/** The ready-made views of a list and the person's own. Set `counts` for the ready-made. */
@customElement('vaksam-views')
export class ViewTabs extends View {
  @property({ attribute: false }) found!: Found;
  @property({ attribute: false }) counts: Record<string, number> = {};
  @state() private own: SavedView[] = [];
  @state() private ownCounts: Record<string, number> = {};
  private shown = '';

  protected override stores = () => [place];

  protected override willUpdate(): void {
    const { type } = this.found.record;
    if (type === this.shown) return;
    this.shown = type;
    this.own = savedViews(type);
    void this.count();
  }

  private async count(): Promise<void> {
    const type = encodeURIComponent(this.found.record.type);
    const counted = await Promise.all(
      this.own.map(async ({ name, query }) => {
        const filters = filtersOf(new URLSearchParams(query)).toString();
        const cube = await get<Cube>(`insight/cube?type=${type}&measures=count&${filters}`).catch(() => null);
        return cube ? ([name, cube.total] as const) : null;
      }),
    );
    this.ownCounts = Object.fromEntries(counted.filter((one) => one !== null));
  }

  protected override render(): unknown {
    const now = place.value.query;
    const tab = (to: string, name: string, current: boolean, count: number | undefined) =>
      html`<a href=${to} aria-current=${current ? 'page' : nothing}
        >${name} ${count === undefined ? nothing : html`<span class="n">${number(count)}</span>`}</a
      >`;
    const chosen = this.own.find(({ query }) => query === viewQuery(now));
    return html`<div class="views">
      <nav class="tabs" aria-label=${t('list.views')}>
        ${views().map(({ key, filters }) =>
          tab(listAddress(this.found, filters), t(key), !chosen && isView(now, filters), this.counts[key]),
        )}
        ${this.own.map((view) =>
          tab(
            listAddress(this.found, new URLSearchParams(view.query)),
            view.name,
            view === chosen,
            this.ownCounts[view.name],
          ),
        )}
      </nav>
      <vaksam-menu
        look="btn quiet icon sm"
        panel="menu filter-menu"
        name=${t('views.add')}
        .face=${icon('plus')}
        .items=${this.panel()}
      ></vaksam-menu>
      <vaksam-follow-view .found=${this.found}></vaksam-follow-view>
    </div>`;
  }

  private panel(): unknown {
    return html`<form class="range" @submit=${this.save}>
        <label class="field"
          ><span class="label">${t('views.name')}</span
          ><input class="in" name="name" maxlength="60" required autocomplete="off"
        /></label>
        <p class="hint">${t('views.why')}</p>
        <button class="btn sm primary" type="submit" data-stay>${t('views.save')}</button>
      </form>
      ${this.own.length ? html`<hr />` : nothing}
      ${this.own.map(
        (view) =>
          html`<button
            type="button"
            data-stay
            aria-label=${t('views.remove', { name: view.name })}
            @click=${() => this.drop(view)}
          >
            ${icon('trash-2')}<span class="cut-text">${view.name}</span>
          </button>`,
      )}`;
  }

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = String(new FormData(form).get('name')).trim();
    if (!name) return;
    form.reset();
    this.keep(withView(this.own, { name, query: viewQuery(place.value.query) }));
    this.querySelector<Menu>('vaksam-menu')?.close();
    toast(t('views.saved', { name }));
  };

  private drop(view: SavedView): void {
    const before = this.own;
    this.keep(before.filter((one) => one !== view));
    toast(t('views.removed', { name: view.name }), { label: t('action.undo'), run: () => this.keep(before) });
  }

  private keep(next: SavedView[]): void {
    this.own = next;
    keepViews(this.found.record.type, next);
    void this.count();
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Text } from '../api/types/common';
import type { Cube } from '../api/types/insight';
import type { StoredView } from '../api/types/search';
import { label, number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import type { Menu } from '../kit/menu';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { listAddress, type Found } from '../shell/areas';
import { place } from '../shell/router';
import { filtersOf } from './filters';
import { addressOf, dropView, keepView, savedViews, viewQuery } from './savedviews';
import { nameUnits, units } from './units';
import { isView, views } from './views';
import '../kit/menu';
import '../talk/followview';

/** The ready-made views of a list and the person's own. Set `counts` for the ready-made. */
@customElement('vaksam-views')
export class ViewTabs extends Trying {
  @property({ attribute: false }) found!: Found;
  @property({ attribute: false }) counts: Record<string, number> = {};
  @state() private kept: StoredView[] = [];
  @state() private roles: { id: string; title: Text }[] = [];
  @state() private ownCounts: Record<string, number> = {};
  private shown = '';

  protected override stores = () => [place, units];

  protected override willUpdate(): void {
    const { type } = this.found.record;
    if (type === this.shown) return;
    this.shown = type;
    this.kept = [];
    void this.load();
  }

  private async load(): Promise<void> {
    const { type } = this.found.record;
    const kept = await savedViews(type).catch(() => null);
    if (!kept || type !== this.found.record.type) return;
    this.kept = kept;
    await this.count();
  }

  private async count(): Promise<void> {
    const type = encodeURIComponent(this.found.record.type);
    const counted = await Promise.all(
      this.kept.map(async ({ id, query }) => {
        const filters = filtersOf(new URLSearchParams(query)).toString();
        const cube = await get<Cube>(`insight/cube?type=${type}&measures=count&${filters}`).catch(() => null);
        return cube ? ([id, cube.total] as const) : null;
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
    const chosen = this.kept.find((view) => addressOf(view) === viewQuery(now));
    return html`<div class="views">
      <nav class="tabs" aria-label=${t('list.views')}>
        ${views().map(({ key, filters }) =>
          tab(listAddress(this.found, filters), t(key), !chosen && isView(now, filters), this.counts[key]),
        )}
        ${this.kept.map((view) =>
          tab(
            listAddress(this.found, new URLSearchParams(addressOf(view))),
            view.own ? view.name : `${view.name} · ${view.owner.name}`,
            view === chosen,
            this.ownCounts[view.id],
          ),
        )}
      </nav>
      <vaksam-menu
        look="btn quiet icon sm"
        panel="menu filter-menu"
        name=${t('views.add')}
        .face=${icon('plus')}
        .items=${this.panel()}
        @opened=${this.circles}
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
        <label class="field"
          ><span class="label">${t('views.share')}</span
          ><select class="in" name="share">
            <option value="">${t('views.share.me')}</option>
            ${this.roles.map(
              ({ id, title }) =>
                html`<option value="role:${id}">${t('views.share.role', { name: label(title) || id })}</option>`,
            )}
            ${units.value.map(
              ({ id, name, code }) =>
                html`<option value="unit:${id}">${t('views.share.unit', { name: label(name) || code })}</option>`,
            )}
          </select></label
        >
        <p class="hint">${t('views.why')}</p>
        ${this.troubled()}
        <button class="btn sm primary" type="submit" data-stay>${t('views.save')}</button>
      </form>
      ${this.kept.some(({ own }) => own) ? html`<hr />` : nothing}
      ${this.kept
        .filter(({ own }) => own)
        .map(
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
    const [circle, id] = String(new FormData(form).get('share')).split(/:(.*)/);
    const view = {
      name,
      query: viewQuery(place.value.query),
      role: circle === 'role' ? id : undefined,
      unit: circle === 'unit' ? id : undefined,
    };
    void this.attempt(async () => {
      await keepView(this.found.record.type, this.kept, view);
      form.reset();
      this.querySelector<Menu>('vaksam-menu')?.close();
      toast(t('views.saved', { name }));
      await this.load();
    });
  };

  private drop(view: StoredView): void {
    const { name, role, unit } = view;
    const again = { name, query: addressOf(view), role: role ?? undefined, unit: unit ?? undefined };
    const undo = async () => {
      await keepView(view.type, this.kept, again);
      await this.load();
    };
    void this.attempt(async () => {
      await dropView(view);
      toast(t('views.removed', { name }), { label: t('action.undo'), run: () => void this.attempt(undo) });
      await this.load();
    });
  }

  /** With whom a view can be shared. */
  private readonly circles = async (): Promise<void> => {
    void nameUnits(['']);
    if (this.roles.length) return;
    const { items } = await get<{ items: { id: string; title: Text }[] }>('views/roles').catch(() => ({ items: [] }));
    this.roles = items;
  };
}

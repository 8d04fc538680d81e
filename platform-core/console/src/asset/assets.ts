import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Asset, AssetPage } from '../api/types/asset';
import { label, t } from '../i18n/i18n';
import { empty, failed, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { address, go, place, query } from '../shell/router';
import { may } from '../shell/session';
import type { AssetBranch } from './branch';
import { assetAddress, assetIcon, assetTypeName, assetTypes, loadAssetTypes } from './register';
import './branch';
import './dialog';
import './import';

const PAUSE = 200;
const FILTERS = ['q', 'type', 'unit', 'status'];

/** The register: a tree to walk down, a list when something is searched for. */
@customElement('vaksam-assets')
export class Assets extends View {
  @state() private found: Asset[] | null = null;
  @state() private next: string | null = null;
  @state() private isEmpty = false;
  @state() private deed: 'new' | 'import' | null = null;
  @state() private problem: unknown = null;
  private timer = 0;
  private asked = '';

  protected override stores = () => [place, assetTypes];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('assets.title'));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get wanted(): URLSearchParams {
    const wanted = new URLSearchParams();
    for (const name of FILTERS) {
      const value = place.value.query.get(name);
      if (value) wanted.set(name, value);
    }
    return wanted;
  }

  protected override willUpdate(): void {
    const wanted = this.wanted.toString();
    if (wanted === this.asked) return;
    this.asked = wanted;
    this.found = null;
    if (wanted) void this.search();
  }

  private async load(): Promise<void> {
    try {
      await loadAssetTypes();
      this.isEmpty = (await get<AssetPage>('assets?limit=1&status=all')).items.length === 0;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  private async search(cursor = ''): Promise<void> {
    const wanted = this.wanted;
    if (cursor) wanted.set('cursor', cursor);
    try {
      const page = await get<AssetPage>(`assets?${wanted.toString()}`);
      if (this.asked !== this.wanted.toString()) return;
      this.found = cursor ? [...(this.found ?? []), ...page.items] : page.items;
      this.next = page.next;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    return html`<div class="page assets">
        <div class="head">
          <div>
            <h1>${t('assets.title')}</h1>
            <p class="m2">${t('assets.why')}</p>
          </div>
        </div>
        ${this.tools()}
        ${this.problem ? (this.found ? noteOf(this.problem) : failed(this.problem, () => void this.load())) : this.content()}
      </div>
      ${this.dialog()}`;
  }

  private content(): unknown {
    if (this.asked) return this.found ? this.list(this.found) : skeleton(8);
    return this.isEmpty
      ? empty(
          'package-open',
          t('assets.empty'),
          t(may('platform:assets:write') ? 'assets.empty.why' : 'assets.empty.ask'),
        )
      : html`<vaksam-asset-branch></vaksam-asset-branch>`;
  }

  private tools(): unknown {
    const now = place.value.query;
    const table = (format: string) => `/api/assets/table?${new URLSearchParams({ format, ...pick(now) }).toString()}`;
    return html`<div class="row wrap assets-tools">
      <label class="with-i"
        >${icon('search')}<input
          class="in"
          type="search"
          placeholder=${t('assets.search')}
          aria-label=${t('assets.search')}
          .value=${now.get('q') ?? ''}
          @input=${this.typed}
      /></label>
      <select class="in short" aria-label=${t('asset.type')} @change=${this.chosen('type')}>
        <option value="">${t('assets.all')}</option>
        ${assetTypes.value.map(({ id, title }) => html`<option value=${id} ?selected=${now.get('type') === id}>${label(title)}</option>`)}
      </select>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${now.get('status') === 'all'}
          @change=${(event: Event) => query({ status: (event.target as HTMLInputElement).checked ? 'all' : null })}
        />${t('assets.retired')}</label
      >
      <span class="push row wrap">
        <a class="btn sm" href=${address('/assets/qr', this.wanted)}>${icon('qr-code')}${t('assets.qr')}</a>
        <a class="btn sm" href=${table('csv')} download>${icon('download')}CSV</a>
        <a class="btn sm" href=${table('xlsx')} download>${icon('download')}XLSX</a>
        ${
          may('platform:assets:write')
            ? html`<button class="btn sm" type="button" @click=${() => (this.deed = 'import')}>
                  ${icon('file-up')}${t('assets.import')}</button
                ><button class="btn sm primary" type="button" @click=${() => (this.deed = 'new')}>
                  ${icon('plus')}${t('asset.new')}
                </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  private list(found: Asset[]): unknown {
    if (found.length === 0) return empty('search', t('assets.none'), t('assets.none.why'));
    return html`<ul class="asset-list">
        ${found.map(
          (asset) =>
            html`<li>
              ${icon(assetIcon(asset.type))}
              <div>
                <a class="plain b" href=${assetAddress(asset.id)}>${asset.name}</a>
                ${asset.status === 'active' ? nothing : html`<span class="badge">${t(`asset.status.${asset.status}`)}</span>`}
                <p class="m2 s">
                  ${[assetTypeName(asset.type), asset.parent?.name, asset.place.name, label(asset.unit?.name)].filter(Boolean).join(' · ')}
                </p>
              </div>
            </li>`,
        )}
      </ul>
      ${this.next ? html`<button class="btn sm" type="button" @click=${() => void this.search(this.next ?? '')}>${t('assets.more')}</button>` : nothing}`;
  }

  private dialog(): unknown {
    const leave = () => (this.deed = null);
    if (this.deed === 'import')
      return html`<vaksam-asset-import @close=${leave} @done=${() => void this.done()}></vaksam-asset-import>`;
    return this.deed
      ? html`<vaksam-asset-dialog
          @close=${leave}
          @done=${(event: CustomEvent<Asset>) => go(assetAddress(event.detail.id))}
        ></vaksam-asset-dialog>`
      : nothing;
  }

  private async done(): Promise<void> {
    this.deed = null;
    await this.load();
    if (this.asked) await this.search();
    await this.querySelector<AssetBranch>('vaksam-asset-branch')?.refresh();
  }

  private readonly typed = (event: Event): void => {
    const words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => query({ q: words }, { replace: true }), PAUSE);
  };

  private chosen = (name: string) => (event: Event) => query({ [name]: (event.target as HTMLSelectElement).value });
}

const pick = (now: URLSearchParams) =>
  Object.fromEntries(['type', 'unit'].flatMap((name) => (now.get(name) ? [[name, now.get(name) ?? '']] : [])));

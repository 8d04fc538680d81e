import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, patch, remove } from '../api/client';
import type { Asset, Dependency } from '../api/types/asset';
import type { HistoryEntry } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { failedPage, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { shown } from '../record/shown';
import { allTypes, can, listAddress, navigation } from '../shell/areas';
import { address, go } from '../shell/router';
import { aside } from './aside';
import type { AssetDeed } from './deeds';
import { history } from './history';
import {
  assetAddress,
  assetIcon,
  assetType,
  assetTypeName,
  assetTypes,
  attributeFields,
  loadAssetTypes,
} from './register';
import './branch';
import './deeds';
import './dialog';
import './records';
import '../document/documents';

/** One asset: what it is, what it is a part of and depends on, and everything about it over all areas. */
@customElement('vaksam-asset')
export class AssetPage extends Trying {
  @property({ attribute: false }) assetId = '';
  @state() private asset: Asset | null = null;
  @state() private dependencies: Dependency[] = [];
  @state() private entries: HistoryEntry[] = [];
  @state() private deed: AssetDeed | 'change' | 'part' | null = null;
  @state() private problem: unknown = null;

  protected override stores = () => [assetTypes, navigation];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('assetId')) void this.load();
    this.entitle(this.asset?.name ?? t('assets.title'));
  }

  private async load(): Promise<void> {
    try {
      if (assetTypes.value.length === 0) await loadAssetTypes();
      const asset = await get<Asset>(`assets/${encodeURIComponent(this.assetId)}`);
      const [dependencies, entries] = await Promise.all([
        get<{ items: Dependency[] }>(`assets/${asset.id}/dependencies`),
        get<{ items: HistoryEntry[] }>(`assets/${asset.id}/history?limit=50`),
      ]);
      this.asset = asset;
      this.dependencies = dependencies.items;
      this.entries = entries.items;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    const asset = this.asset;
    if (!asset) return html`<div class="rec"><div class="page">${skeleton(10)}</div></div>`;
    const writes = asset.may?.includes('write') ?? false;
    return html`<div class="rec">
        <article class="page" aria-labelledby="asset-title">
          ${this.crumbs(asset)} ${this.headline(asset, writes)} ${this.troubled()}
          ${assetType(asset.type)?.dormant ? note('warn', 'unplug', t('asset.dormant')) : nothing} ${this.facts(asset)}
          <vaksam-asset-records .assetId=${asset.id}></vaksam-asset-records>
          <vaksam-documents .asset=${asset.id} @changed=${() => void this.load()}></vaksam-documents>
          <section class="sec" aria-labelledby="history-title">
            <header><h2 id="history-title">${t('asset.history')}</h2></header>
            ${history(this.entries, assetType(asset.type))}
          </section>
        </article>
        ${aside(asset, this.dependencies, writes ? { depend: () => (this.deed = 'depend'), release: this.release } : null)}
      </div>
      ${this.dialog(asset)}`;
  }

  private crumbs = (asset: Asset) =>
    html`<nav class="crumbs" aria-label=${t('shell.crumbs')}>
      <ol>
        <li><a href=${address('/assets')}>${t('assets.title')}</a>${icon('chevron-right', 'i-s')}</li>
        ${(asset.above ?? []).map(({ id, name }) => html`<li><a href=${assetAddress(id)}>${name}</a>${icon('chevron-right', 'i-s')}</li>`)}
        <li>${assetTypeName(asset.type)}</li>
      </ol>
    </nav>`;

  private headline(asset: Asset, writes: boolean): unknown {
    const button = (deed: typeof this.deed, picture: string, name: string) =>
      html`<button class="btn sm" type="button" @click=${() => (this.deed = deed)}>${icon(picture)}${name}</button>`;
    return html`<header class="head asset-head">
      <div>
        <h1 id="asset-title">${asset.name}</h1>
        <p class="sub">
          <span class="row tight">${icon(assetIcon(asset.type), 'i-s')}${assetTypeName(asset.type)}</span>
          ${asset.status === 'active' ? nothing : html`<span class="badge">${t(`asset.status.${asset.status}`)}</span>`}
          ${asset.unit ? html`<span>${label(asset.unit.name)}</span>` : nothing}
        </p>
      </div>
      <div class="row wrap">
        ${this.reporting(asset)}
        <a class="btn sm" href=${address('/assets/qr', { of: asset.id })}>${icon('qr-code')}${t('assets.qr')}</a>
        ${
          writes
            ? html`${button('change', 'pencil', t('asset.change'))} ${button('part', 'plus', t('asset.part.new'))}
              ${button('move', 'git-branch', t('asset.move'))}
              ${
                asset.status === 'retired'
                  ? html`<button class="btn sm" type="button" @click=${() => void this.restore(asset)}>
                      ${icon('rotate-ccw')}${t('asset.restore')}
                    </button>`
                  : button('retire', 'archive', t('asset.retire'))
              }`
            : nothing
        }
      </div>
    </header>`;
  }

  /** A report that names the asset already. */
  private reporting(asset: Asset): unknown {
    const found = allTypes().find(({ record }) => can(record, 'create'));
    return found
      ? html`<a class="btn sm primary" href=${listAddress(found, { asset: asset.id }).replace('?', '/new?')}
          >${icon('plus')}${t('asset.report')}</a
        >`
      : nothing;
  }

  private facts(asset: Asset): unknown {
    const fields = attributeFields(assetType(asset.type)).filter(({ id }) => asset.attributes[id] !== undefined);
    if (fields.length === 0) return nothing;
    return html`<section class="sec" aria-labelledby="facts-title">
      <header><h2 id="facts-title">${t('asset.facts')}</h2></header>
      <dl class="kv wide-kv">
        ${fields.map(
          (field) =>
            html`<div>
              <dt>${label(field.label)}</dt>
              <dd>${shown(field, asset.attributes[field.id])}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  private dialog(asset: Asset): unknown {
    const leave = () => (this.deed = null);
    if (this.deed === 'change' || this.deed === 'part')
      return html`<vaksam-asset-dialog
        .asset=${this.deed === 'change' ? asset : null}
        .parent=${this.deed === 'part' ? asset : null}
        @close=${leave}
        @done=${(event: CustomEvent<Asset>) => this.done(event.detail)}
      ></vaksam-asset-dialog>`;
    return this.deed
      ? html`<vaksam-asset-deed
          .deed=${this.deed}
          .asset=${asset}
          @close=${leave}
          @done=${() => this.done(asset)}
        ></vaksam-asset-deed>`
      : nothing;
  }

  private done(asset: Asset): void {
    this.deed = null;
    if (asset.id === this.asset?.id) void this.load();
    else go(assetAddress(asset.id));
  }

  private async restore(asset: Asset): Promise<void> {
    await this.work(() => patch(`assets/${asset.id}`, { status: 'active' }, `"${asset.version}"`));
  }

  private readonly release = (dependency: Dependency): void =>
    void this.work(() => remove(`assets/${this.asset?.id ?? ''}/dependencies/${dependency.id}`));

  private async work(deed: () => Promise<unknown>): Promise<void> {
    await this.attempt(deed);
    await this.load();
  }
}

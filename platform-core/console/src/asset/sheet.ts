import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Asset } from '../api/types/asset';
import { t } from '../i18n/i18n';
import { empty, failedPage, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { qr } from '../kit/qr';
import { View } from '../kit/view';
import { place } from '../shell/router';
import { assetsOf, assetTypeName, assetTypes, loadAssetTypes } from './register';

/** QR codes to print and put up: of one asset and its parts (`of`), or of a search. Each leads to a report about its asset, without an account. */
@customElement('vaksam-asset-sheet')
export class AssetSheet extends View {
  @state() private assets: Asset[] | null = null;
  @state() private problem: unknown = null;

  protected override stores = () => [assetTypes];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('assets.qr'));
    void this.load();
  }

  private async load(): Promise<void> {
    const { of, ...search } = Object.fromEntries(place.value.query);
    try {
      await loadAssetTypes();
      this.assets = of
        ? [await get<Asset>(`assets/${encodeURIComponent(of)}`), ...(await assetsOf({ parent: of }))]
        : await assetsOf(search);
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    const assets = this.assets;
    return html`<div class="page asset-sheet">
      <div class="head">
        <div>
          <h1>${t('assets.qr')}</h1>
          <p class="m2">${t('assets.qr.why', { n: assets?.length ?? 0 })}</p>
        </div>
        <button class="btn primary" type="button" @click=${() => print()}>
          ${icon('file-down')}${t('assets.qr.print')}
        </button>
      </div>
      ${assets ? this.labels(assets) : skeleton(6)}
    </div>`;
  }

  private labels(assets: Asset[]): unknown {
    if (assets.length === 0) return empty('qr-code', t('assets.none'), t('assets.none.why'));
    return html`<ul class="asset-labels">
      ${assets.map(
        (asset) =>
          html`<li>
            ${qr(`${location.origin}/report/a/${encodeURIComponent(asset.id)}`, t('assets.qr.of', { name: asset.name }))}
            <b class="b">${asset.name}</b>
            <span class="s m2"
              >${[assetTypeName(asset.type), asset.parent?.name, asset.externalKey].filter(Boolean).join(' · ')}</span
            >
          </li>`,
      )}
    </ul>`;
  }
}

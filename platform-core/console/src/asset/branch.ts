import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Asset } from '../api/types/asset';
import { label, t } from '../i18n/i18n';
import { failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { assetAddress, assetIcon, assetsOf, assetTypeName, assetTypes } from './register';

/** What is a part of an asset, or stands on top; every branch is fetched when it is opened. */
@customElement('vaksam-asset-branch')
export class AssetBranch extends View {
  @property() parent = 'top';
  @state() private assets: Asset[] | null = null;
  @state() private open = new Set<string>();
  @state() private problem: unknown = null;

  protected override stores = () => [assetTypes];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('parent')) void this.refresh();
  }

  async refresh(): Promise<void> {
    try {
      this.assets = await assetsOf({ parent: this.parent });
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failed(this.problem, () => void this.refresh());
    if (!this.assets) return skeleton(this.parent === 'top' ? 8 : 1);
    if (this.assets.length === 0)
      return this.parent === 'top' ? nothing : html`<p class="m s">${t('asset.parts.none')}</p>`;
    return html`<ul class="asset-branch">
      ${this.assets.map((asset) => this.line(asset))}
    </ul>`;
  }

  private line(asset: Asset): unknown {
    const isOpen = this.open.has(asset.id);
    return html`<li>
      <div class="asset-line">
        ${
          asset.parts
            ? html`<button
                class="btn quiet icon sm"
                type="button"
                aria-expanded=${isOpen}
                aria-label=${t('asset.parts.of', { name: asset.name })}
                @click=${() => this.toggle(asset.id)}
              >
                ${icon(isOpen ? 'chevron-down' : 'chevron-right')}
              </button>`
            : html`<span class="twist"></span>`
        }
        ${icon(assetIcon(asset.type))}<a class="plain cut-text" href=${assetAddress(asset.id)}>${asset.name}</a
        ><span class="m s kind"
          >${assetTypeName(asset.type)}${asset.unit ? html` · ${label(asset.unit.name)}` : nothing}</span
        >
      </div>
      ${isOpen ? html`<vaksam-asset-branch .parent=${asset.id}></vaksam-asset-branch>` : nothing}
    </li>`;
  }

  private toggle(id: string): void {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }
}

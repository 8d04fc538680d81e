import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { patch, post } from '../api/client';
import { Problem } from '../api/problem';
import type { Asset, NamedAsset } from '../api/types/asset';
import { label, t } from '../i18n/i18n';
import { noteOf } from '../kit/feedback';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import type { FormField, Values } from '../record/fields';
import { assetType, assetTypes, attributeFields, headerFields, sent } from './register';
import '../kit/dialog';
import '../record/field';

/** A new asset, or another version of one. Sends `done` with the asset, or `close`. */
@customElement('vaksam-asset-dialog')
export class AssetDialog extends View {
  /** The asset to change; a new one without. */
  @property({ attribute: false }) asset: Asset | null = null;
  /** What a new one is a part of. */
  @property({ attribute: false }) parent: NamedAsset | null = null;
  @state() private type = '';
  @state() private values: Values = {};
  @state() private details: Values = {};
  @state() private trouble: Problem | null = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.type = this.asset?.type ?? assetTypes.value[0]?.id ?? '';
    this.details = { ...this.asset?.attributes };
    if (this.asset) {
      const { name, unit, place, externalKey } = this.asset;
      this.values = { name, unit, place: place.name || place.latitude ? place : null, externalKey };
    }
  }

  protected override render(): unknown {
    const heading = this.asset ? t('asset.change.title', { name: this.asset.name }) : t('asset.new.title');
    return html`<vaksam-dialog
      look="wide"
      heading=${heading}
      .body=${this.form()}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="asset-form" ?disabled=${this.busy}>
          ${t(this.asset ? 'action.save' : 'asset.new.do')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private form(): unknown {
    const fields = attributeFields(assetType(this.type));
    return html`<form id="asset-form" class="stack" novalidate @submit=${this.submit}>
      ${this.trouble ? noteOf(this.trouble) : nothing} ${this.asset ? nothing : this.types()}
      ${headerFields().map((field) => this.field(field, field.id, this.values))}
      ${fields.map((field) => this.field(field, `attributes.${field.id}`, this.details))}
    </form>`;
  }

  private types(): unknown {
    return html`<label class="field"
        ><span class="label">${t('asset.type')}</span
        ><select
          class="in"
          name="type"
          @change=${(event: Event) => (this.type = (event.target as HTMLSelectElement).value)}
        >
          ${assetTypes.value
            .filter(({ dormant }) => !dormant)
            .map(({ id, title }) => html`<option value=${id} ?selected=${id === this.type}>${label(title)}</option>`)}
        </select></label
      >${this.parent ? html`<p class="m2">${t('asset.part.of', { name: this.parent.name })}</p>` : nothing}`;
  }

  private field(field: FormField, path: string, into: Values): unknown {
    const error = this.trouble?.errors.find((one) => one.field === path)?.detail ?? '';
    return html`<vaksam-field
      .field=${field}
      .value=${into[field.id] ?? null}
      error=${error}
      @value=${(event: CustomEvent) => (into[field.id] = event.detail)}
    ></vaksam-field>`;
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    this.trouble = null;
    const asked = attributeFields(assetType(this.type));
    const body = { ...sent(headerFields(), this.values), attributes: sent(asked, this.details) };
    try {
      const asset = this.asset
        ? (await patch<Asset>(`assets/${this.asset.id}`, body, `"${this.asset.version}"`)).body
        : await post<Asset>('assets', this.made(body));
      toast(t('asset.saved', { name: asset.name }));
      this.dispatchEvent(new CustomEvent('done', { detail: asset }));
    } catch (caught) {
      this.trouble = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  };

  /** A unit that nobody named is that of what it is a part of. */
  private made(body: Values): Values {
    const { unit, ...rest } = body;
    return {
      ...rest,
      type: this.type,
      ...(unit ? { unit } : {}),
      ...(this.parent ? { parent: this.parent.id } : {}),
    };
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}

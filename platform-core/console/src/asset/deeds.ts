import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api/client';
import type { Asset } from '../api/types/asset';
import { t } from '../i18n/i18n';
import { Trying } from '../kit/trying';
import type { Choosable } from '../record/combobox';
import { asChosen, findAssets } from './register';
import '../kit/dialog';
import '../record/combobox';

export type AssetDeed = 'move' | 'retire' | 'depend';

const TITLES = { move: 'asset.move.title', retire: 'asset.retire.title', depend: 'asset.depends.add' } as const;
const DOES = { move: 'asset.move', retire: 'asset.retire', depend: 'asset.depends.add' } as const;

/** What is done to one asset beside changing what it says. Sends `done`, or `close`. */
@customElement('vaksam-asset-deed')
export class AssetDeedDialog extends Trying {
  @property() deed: AssetDeed = 'move';
  @property({ attribute: false }) asset!: Asset;
  @state() private other: Choosable | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.deed === 'move' && this.asset.parent) this.other = asChosen(this.asset.parent);
  }

  protected override render(): unknown {
    return html`<vaksam-dialog
      heading=${t(TITLES[this.deed], { name: this.asset.name })}
      .body=${html`<form id="asset-deed" class="stack" @submit=${this.submit}>
        ${this.troubled()} ${this.fields()}
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button
          class="btn primary"
          type="submit"
          form="asset-deed"
          ?disabled=${this.busy || (this.deed === 'depend' && !this.other)}
        >
          ${t(DOES[this.deed])}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private fields(): unknown {
    if (this.deed === 'move')
      return html`${this.chooser(t('asset.move.to'))}
        <p class="hint">${t('asset.move.why')}</p>`;
    if (this.deed === 'retire')
      return html`<p class="m2">${t('asset.retire.why')}</p>
        <label class="field"
          ><span class="label">${t('asset.retire.reason')} <span class="opt">${t('form.optional')}</span></span
          ><input class="in" name="reason" maxlength="500" autocomplete="off"
        /></label>`;
    return html`<label class="field"
        ><span class="label">${t('asset.depends.relation')}</span
        ><select class="in" name="relation">
          <option value="depends-on">${t('asset.depends.on')}</option>
          <option value="supplies">${t('asset.supplies')}</option>
        </select></label
      >${this.chooser(t('asset.depends.other'))}`;
  }

  private chooser = (title: string) =>
    html`<div class="field">
      <label class="label" for="asset-other">${title}</label>
      <vaksam-combobox
        fieldId="asset-other"
        .value=${this.other}
        .ask=${findAssets}
        @chosen=${({ detail }: CustomEvent<Choosable | null>) => (this.other = detail)}
      ></vaksam-combobox>
    </div>`;

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const { id, version } = this.asset;
    await this.attempt(async () => {
      if (this.deed === 'depend')
        await post(`assets/${id}/dependencies`, { relation: form.get('relation'), asset: this.other?.id });
      else
        await post(
          `assets/${id}/${this.deed}`,
          this.deed === 'move' ? { parent: this.other?.id ?? null } : { reason: form.get('reason') || null },
          { 'If-Match': `"${version}"` },
        );
      this.dispatchEvent(new CustomEvent('done'));
    });
  };

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, patch } from '../api/client';
import type { DocumentDoc, DocumentVersion } from '../api/types/document';
import { t } from '../i18n/i18n';
import { skeleton } from '../kit/feedback';
import { Trying } from '../kit/trying';
import { downloadLink, facts, thumbnail } from './marks';
import '../kit/dialog';

/** What is said of a document, and all its versions. Sends `done` when something was changed, or `close`. */
@customElement('vaksam-document-details')
export class DocumentDetails extends Trying {
  @property({ attribute: false }) document!: DocumentDoc;
  @state() private whole: DocumentDoc | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      this.whole = await get<DocumentDoc>(`documents/${this.document.id}`);
    });
  }

  protected override render(): unknown {
    const changes = this.whole?.mayChange ?? false;
    return html`<vaksam-dialog
      look="wide"
      heading=${this.document.newest.name}
      .body=${html`${this.troubled()} ${this.whole ? this.content(this.whole, changes) : this.trouble ? nothing : skeleton(3)}`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>
          ${t(changes ? 'action.cancel' : 'action.close')}</button
        >${
          changes
            ? html`<button class="btn primary" type="submit" form="document-details" ?disabled=${this.busy}>
                ${t('action.save')}
              </button>`
            : nothing
        }`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private content(whole: DocumentDoc, changes: boolean): unknown {
    return html`<form id="document-details" class="stack" @submit=${this.save}>
      ${changes ? this.fields(whole) : whole.description ? html`<p class="breaks">${whole.description}</p>` : nothing}
      <ul class="doc-list">
        ${(whole.versions ?? []).map((version) => this.version(version))}
      </ul>
    </form>`;
  }

  private fields = ({ description, secrecy }: DocumentDoc) =>
    html`<label class="field"
        ><span class="label">${t('documents.description')} <span class="opt">${t('form.optional')}</span></span
        ><textarea class="in" name="description" rows="2" maxlength="2000" .value=${description}></textarea></label
      ><label class="field"
        ><span class="label">${t('documents.secrecy')}</span
        ><select class="in short" name="secrecy">
          ${(['open', 'internal', 'restricted'] as const).map((id) => html`<option value=${id} ?selected=${id === secrecy}>${t(`secrecy.${id}`)}</option>`)}
        </select></label
      >`;

  private version(version: DocumentVersion): unknown {
    const { number, metadata, sha256 } = version;
    return html`<li>
      ${thumbnail(version)}
      <div class="doc-about">
        <span class="s m">${t('documents.version', { n: number })}</span> ${downloadLink(version)}
        <p class="s m">${facts(version)}</p>
        ${metadata === 'none' ? nothing : html`<p class="s m">${t(`documents.metadata.${metadata}`)}</p>`}
        <p class="s m" title=${t('documents.checksum')}>
          <span class="sr">${t('documents.checksum')} </span><span class="mono doc-hash">${sha256}</span>
        </p>
      </div>
    </li>`;
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const whole = this.whole;
    if (!whole) return;
    await this.attempt(async () => {
      await patch<DocumentDoc>(
        `documents/${whole.id}`,
        { description: form.get('description'), secrecy: form.get('secrecy') },
        `"${whole.version}"`,
      );
      this.dispatchEvent(new CustomEvent('done'));
    });
  };

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}

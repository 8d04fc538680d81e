import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { DocumentDoc, DocumentList } from '../api/types/document';
import { questionDialog } from '../admin/question';
import { t } from '../i18n/i18n';
import { bytes } from '../i18n/size';
import { empty, failed, words } from '../kit/feedback';
import { icon } from '../kit/icon';
import { counted } from '../kit/part';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { badges, downloadLink, facts, thumbnail } from './marks';
import { Uploads, type Sending } from './uploads';
import './details';
import '../kit/menu';

const VIEW = 'vaksam.documents.view';

/** Files of a record or an asset: dropped, pasted, chosen or photographed, shown small, kept in versions. */
@customElement('vaksam-documents')
export class Documents extends Trying {
  /** Id of the record or asset, whichever it is. */
  @property() record = '';
  @property() asset = '';
  /** Nothing is added here, as when the area's module is missing. */
  @property({ type: Boolean }) still = false;
  @state() private list: DocumentList | null = null;
  @state() private problem: unknown = null;
  @state() private over = false;
  @state() private view = localStorage.getItem(VIEW) ?? 'grid';
  @state() private removing: DocumentDoc | null = null;
  @state() private details: DocumentDoc | null = null;
  /** The document that the next chosen file is a version of. */
  private versionOf: DocumentDoc | null = null;
  private readonly uploads = new Uploads(
    () => this.requestUpdate(),
    (document) => {
      toast(t('documents.added', { name: document.newest.name }));
      this.changed();
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('paste', this.pasted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('paste', this.pasted);
  }

  private get place(): string {
    return this.record
      ? `documents?record=${encodeURIComponent(this.record)}`
      : `documents?asset=${encodeURIComponent(this.asset)}`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record') || changed.has('asset')) void this.load();
  }

  private async load(): Promise<void> {
    const asked = this.place;
    try {
      const list = await get<DocumentList>(asked);
      if (asked === this.place) {
        this.list = list;
        counted(this, 'documents', String(list.items.length));
      }
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  /** What changed here stands in the history too. */
  private changed(): void {
    void this.load();
    this.dispatchEvent(new CustomEvent('changed'));
  }

  protected override render(): unknown {
    const { list } = this;
    const adds = (list?.mayAdd ?? false) && !this.still;
    return html`<section
      class="sec documents ${this.over ? 'is-over' : ''}"
      aria-labelledby="documents-title"
      @dragover=${adds ? this.dragged : nothing}
      @dragleave=${() => (this.over = false)}
      @drop=${adds ? this.dropped : nothing}
    >
      <header>
        <h2 id="documents-title">
          ${t('documents.title')}
          ${list?.items.length ? html`<span class="count">${list.items.length}</span>` : nothing}
        </h2>
        ${list?.items.length ? this.views() : nothing} ${adds ? this.adding() : nothing}
      </header>
      ${this.troubled()}
      ${this.over ? html`<p class="doc-over">${icon('cloud-upload')}${t('documents.drop')}</p>` : nothing}
      ${this.uploads.sending.map((one) => this.line(one))} ${this.content(adds)}
      ${this.removing ? this.question(this.removing) : nothing}
      ${
        this.details
          ? html`<vaksam-document-details
              .document=${this.details}
              @close=${() => (this.details = null)}
              @done=${() => {
                this.details = null;
                this.changed();
              }}
            ></vaksam-document-details>`
          : nothing
      }
    </section>`;
  }

  private views = () =>
    html`<div class="seg" role="group" aria-label=${t('documents.view')}>
      ${(['grid', 'list'] as const).map(
        (view) =>
          html`<button type="button" aria-pressed=${this.view === view} @click=${() => this.show(view)}>
            ${icon(view === 'grid' ? 'layout-dashboard' : 'list', 'i-s')}<span class="sr"
              >${t(`documents.${view}`)}</span
            >
          </button>`,
      )}
    </div>`;

  private show(view: string): void {
    this.view = view;
    localStorage.setItem(VIEW, view);
  }

  private adding = () =>
    html`<div class="row tight">
      <label class="btn sm doc-camera"
        >${icon('camera')}${t('documents.camera')}<input
          class="sr"
          type="file"
          accept="image/*"
          capture="environment"
          @change=${this.chosen}
      /></label>
      <label class="btn sm"
        >${icon('paperclip')}${t('documents.add')}<input class="sr" type="file" multiple @change=${this.chosen}
      /></label>
      <input class="sr doc-version" type="file" tabindex="-1" aria-hidden="true" @change=${this.versionChosen} />
    </div>`;

  private content(adds: boolean): unknown {
    const { list } = this;
    if (this.problem) return failed(this.problem, () => void this.load());
    if (!list) return nothing;
    if (list.items.length === 0 && this.uploads.sending.length === 0)
      return adds
        ? empty(
            'paperclip',
            t('documents.none'),
            `${t('documents.none.why')} ${t('documents.limits', { size: bytes(list.limits.bytes) })}`,
          )
        : empty('paperclip', t('documents.none'), t('documents.none.read'));
    return html`<ul class=${this.view === 'grid' ? 'doc-grid' : 'doc-list'}>
      ${list.items.map((document) => this.item(document, adds))}
    </ul>`;
  }

  private item(document: DocumentDoc, adds: boolean): unknown {
    const { newest } = document;
    return html`<li>
      ${thumbnail(newest)}
      <div class="doc-about">
        ${downloadLink(newest)} ${badges(document)}
        ${document.description ? html`<p class="s breaks">${document.description}</p>` : nothing}
        <p class="s m">${facts(newest)}</p>
      </div>
      <vaksam-menu
        look="btn quiet icon sm"
        side="end"
        name=${t('documents.more', { name: newest.name })}
        .face=${icon('ellipsis')}
        .items=${html`<a href=${newest.content} download=${newest.name}
            >${icon('download')}${t('documents.download')}</a
          >
          <button type="button" @click=${() => (this.details = document)}>
            ${icon('info')}${t('documents.versions')}
          </button>
          ${
            adds
              ? html`<button type="button" @click=${() => this.askVersion(document)}>
                  ${icon('file-up')}${t('documents.version.new')}
                </button>`
              : nothing
          }
          ${
            document.mayRemove && !this.still
              ? html`<button type="button" @click=${() => (this.removing = document)}>
                  ${icon('trash-2')}${t('documents.remove')}
                </button>`
              : nothing
          }`}
      ></vaksam-menu>
    </li>`;
  }

  private line(one: Sending): unknown {
    const { file, share, problem } = one;
    if (!problem)
      return html`<div class="doc-sending" role="status">
        <span class="cut-text">${t('documents.uploading', { name: file.name })}</span>
        <progress max="1" .value=${share} aria-label=${file.name}></progress>
      </div>`;
    const { detail } = words(problem);
    return html`<div class="note bad" role="alert">
      ${icon('circle-alert')}
      <div>
        <b class="b">${t('documents.failed', { name: file.name })}</b><br />${problem.errors[0]?.detail ?? detail}
        ${problem.errors.length ? problem.next : nothing}
        <div class="row">
          ${
            problem.slug === 'metadata'
              ? html`<button class="btn sm" type="button" @click=${() => this.uploads.again(one, true)}>
                  ${t('documents.keep')}
                </button>`
              : html`<button class="btn sm" type="button" @click=${() => this.uploads.again(one, false)}>
                  ${t('documents.again')}
                </button>`
          }<button class="btn sm quiet" type="button" @click=${() => this.uploads.dismiss(one)}>
            ${t('documents.dismiss')}
          </button>
        </div>
      </div>
    </div>`;
  }

  private question(document: DocumentDoc): unknown {
    const { name } = document.newest;
    return questionDialog(
      {
        heading: t('documents.remove.title', { name }),
        why: t('documents.remove.why'),
        verb: t('documents.remove'),
        act: () =>
          void this.attempt(async () => {
            await remove(`documents/${document.id}`, `"${document.version}"`);
            toast(t('documents.removed', { name }));
            this.changed();
          }),
      },
      () => (this.removing = null),
    );
  }

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.uploads.add([...(input.files ?? [])], this.place);
    input.value = '';
  };

  private askVersion(document: DocumentDoc): void {
    this.versionOf = document;
    this.querySelector<HTMLInputElement>('.doc-version')?.click();
  }

  private readonly versionChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (this.versionOf) this.uploads.add([...(input.files ?? [])], `documents/${this.versionOf.id}/versions`);
    input.value = '';
  };

  private readonly dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = true;
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    this.uploads.add([...(event.dataTransfer?.files ?? [])], this.place);
  };

  /** A picture in the clipboard is a document, unless somebody is writing. */
  private readonly pasted = (event: ClipboardEvent): void => {
    const writing = (event.target as HTMLElement).closest?.('input, textarea, select, dialog, [contenteditable]');
    const files = [...(event.clipboardData?.files ?? [])];
    if (writing || files.length === 0 || !this.list?.mayAdd || this.still) return;
    event.preventDefault();
    this.uploads.add(files, this.place);
  };
}

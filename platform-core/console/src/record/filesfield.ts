import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { DocumentDoc } from '../api/types/document';
import { Uploads, type Sending } from '../document/uploads';
import { t } from '../i18n/i18n';
import { words } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { meet, nameOf, references } from './references';

const PHOTOS = 'image/jpeg,image/png,image/webp,image/gif';
const MOST = 10;

/**
 * Files or photos of a field: uploaded at once, and given to the record when it is saved. Sends `change` with the ids, and
 * `pending` (it bubbles) with how many more are on their way.
 */
@customElement('vaksam-files')
export class FilesField extends View {
  @property({ attribute: false }) value: string[] = [];
  @property() fieldId = '';
  @property() described = '';
  @property({ type: Boolean }) photos = false;
  @property({ type: Number }) most = MOST;
  @property({ type: Boolean }) invalid = false;
  @state() private over = false;
  private waiting = 0;
  private readonly asked = new Set<string>();
  private readonly uploads = new Uploads(
    () => this.tell(),
    ({ id, newest }) => {
      meet({ [id]: { type: 'document', name: newest.name } });
      this.send([...this.value, id]);
    },
  );

  protected override stores = () => [references];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.wait(0);
  }

  /** What a draft kept from before has ids only. */
  protected override updated(): void {
    for (const id of this.value.filter((one) => !nameOf(one) && !this.asked.has(one))) {
      this.asked.add(id);
      void get<DocumentDoc>(`documents/${id}`)
        .then(({ newest }) => meet({ [id]: { type: 'document', name: newest.name } }))
        .catch(() => undefined);
    }
  }

  protected override render(): unknown {
    const room = this.most - this.value.length;
    return html`<div class="files-field">
      ${
        this.value.length
          ? html`<ul class=${this.photos ? 'photo-list' : 'file-list'}>
              ${this.value.map((id) => this.item(id))}
            </ul>`
          : nothing
      }
      ${this.uploads.sending.map((one) => this.line(one))}
      ${
        room > 0
          ? html`<label
              class="drop ${this.over ? 'is-over' : ''}"
              @dragover=${this.dragged}
              @dragleave=${() => (this.over = false)}
              @drop=${this.dropped}
              >${icon(this.photos ? 'camera' : 'paperclip', 'i-l')}<span
                ><b class="b">${t(this.photos ? 'fields.photos.add' : 'fields.files.add')}</b><br /><span class="s m"
                  >${t('fields.files.most', { n: this.most })}</span
                ></span
              ><input
                class="sr"
                id=${this.fieldId}
                type="file"
                multiple
                accept=${this.photos ? PHOTOS : nothing}
                aria-invalid=${this.invalid}
                aria-describedby=${this.described}
                @change=${this.chosen}
            /></label>`
          : nothing
      }
    </div>`;
  }

  private item(id: string): unknown {
    const name = nameOf(id) || t('fields.file.hidden');
    return html`<li>
      ${this.photos ? html`<img class="doc-thumb" src="/api/documents/${id}/thumbnail" alt="" />` : icon('file-text')}
      <span class="cut-text" title=${name}>${name}</span>
      <button
        class="btn quiet icon sm"
        type="button"
        aria-label=${t('fields.file.remove', { name })}
        @click=${() => this.send(this.value.filter((one) => one !== id))}
      >
        ${icon('x')}
      </button>
    </li>`;
  }

  private line(one: Sending): unknown {
    const { file, share, problem } = one;
    if (!problem)
      return html`<div class="doc-sending" role="status">
        <span class="cut-text">${t('documents.uploading', { name: file.name })}</span>
        <progress max="1" .value=${share} aria-label=${file.name}></progress>
      </div>`;
    return html`<p class="err" role="alert">
      ${icon('circle-alert')}<span
        >${t('documents.failed', { name: file.name })}. ${problem.errors[0]?.detail ?? words(problem).detail}</span
      ><button class="btn sm" type="button" @click=${() => this.uploads.again(one, problem.slug === 'metadata')}>
        ${t(problem.slug === 'metadata' ? 'documents.keep' : 'documents.again')}</button
      ><button class="btn sm quiet" type="button" @click=${() => this.uploads.dismiss(one)}>
        ${t('documents.dismiss')}
      </button>
    </p>`;
  }

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.add([...(input.files ?? [])]);
    input.value = '';
  };

  private readonly dragged = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.over = true;
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.over = false;
    this.add([...(event.dataTransfer?.files ?? [])]);
  };

  private add(files: File[]): void {
    const room = this.most - this.value.length - this.uploads.sending.length;
    this.uploads.add(files.slice(0, Math.max(0, room)), 'documents/staged');
  }

  private tell(): void {
    this.wait(this.uploads.sending.filter(({ problem }) => !problem).length);
    this.requestUpdate();
  }

  private wait(now: number): void {
    const more = now - this.waiting;
    this.waiting = now;
    if (more) this.dispatchEvent(new CustomEvent('pending', { detail: more, bubbles: true }));
  }

  private send(ids: string[]): void {
    this.value = ids;
    this.dispatchEvent(new CustomEvent('change', { detail: ids }));
  }
}

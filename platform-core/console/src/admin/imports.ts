import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, upload } from '../api/client';
import type { Page } from '../api/types/common';
import type { ImportError, ImportRun } from '../api/types/imports';
import type { ImportFormat } from '../api/types/session';
import { label, number, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { empty, failedPage, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { importsChanged } from '../shell/live';
import { address, place } from '../shell/router';

const list = <T>(answer: { items?: T[] } | T[]) => (Array.isArray(answer) ? answer : (answer.items ?? []));

/** Files that become records: upload, follow, and see which lines could not be read. */
@customElement('vaksam-imports')
export class Imports extends View {
  @state() private formats: ImportFormat[] | null = null;
  @state() private runs: ImportRun[] = [];
  @state() private errors: Page<ImportError> | null = null;
  @state() private problem: unknown = null;
  @state() private trouble: unknown = null;
  @state() private sending: number | null = null;
  @state() private file: File | null = null;
  @state() private format = '';
  @state() private over = false;
  private shown = '';
  private timer = 0;
  private leaveLive: () => void = () => undefined;

  protected override stores = () => [place];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.imports'));
    void this.load();
    this.leaveLive = importsChanged.watch(() => void this.refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.leaveLive();
  }

  protected override willUpdate(): void {
    const id = place.value.query.get('errors') ?? '';
    if (id === this.shown) return;
    this.shown = id;
    this.errors = null;
    if (id) void this.loadErrors(id);
  }

  private async load(): Promise<void> {
    try {
      this.formats = list(await get<{ items: ImportFormat[] }>('imports/formats'));
      this.format ||= this.formats[0]?.id ?? '';
      await this.refresh();
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  private async refresh(): Promise<void> {
    this.runs = list(await get<{ items: ImportRun[] }>('imports'));
    clearTimeout(this.timer);
    if (this.isConnected && this.runs.some(({ state: now }) => now === 'running' || now === 'waiting'))
      this.timer = window.setTimeout(() => void this.refresh(), 1000);
  }

  private async loadErrors(id: string, cursor = ''): Promise<void> {
    try {
      const page = await get<Page<ImportError>>(
        `imports/${id}/errors?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      this.errors = { ...page, items: [...(cursor ? (this.errors?.items ?? []) : []), ...page.items] };
    } catch (caught) {
      this.trouble = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.formats) return html`<div class="page">${skeleton(6)}</div>`;
    return html`<div class="page admin-page">
      <h1>${t('imports.title')}</h1>
      <p class="m2">${t('imports.why')}</p>
      ${
        this.formats.length
          ? this.form(this.formats)
          : empty(
              'file-up',
              t('imports.none.format'),
              t('imports.none.format.why'),
              html`<a class="btn" href="/console/admin/modules">${t('nav.modules')}</a>`,
            )
      }
      <section class="sec">
        <header><h2>${t('imports.earlier')}</h2></header>
        ${this.runs.length ? this.table() : html`<p class="m">${t('imports.none')}</p>`}
      </section>
      ${this.errors ? this.errorList(this.errors) : nothing}
    </div>`;
  }

  private form(formats: ImportFormat[]): unknown {
    const chosen = formats.find(({ id }) => id === this.format);
    const accepts = chosen?.accepts ?? [];
    return html`<form class="import-form" @submit=${this.send}>
      ${this.trouble ? noteOf(this.trouble) : nothing}
      <label class="field"
        ><span class="label">${t('imports.format')}</span
        ><select class="in" @change=${(event: Event) => (this.format = (event.target as HTMLSelectElement).value)}>
          ${formats.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.format}>${label(title)}</option>`)}
        </select></label
      >
      <label
        class="drop ${this.over ? 'is-over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.over = false;
          this.file = event.dataTransfer?.files[0] ?? null;
        }}
        >${icon('file-up', 'i-l')}<span
          ><b class="b">${this.file?.name ?? t('imports.file')}</b><br /><span class="s m"
            >${t('imports.accepts', { types: accepts.join(', ') })}</span
          ></span
        ><input
          class="sr"
          type="file"
          accept=${accepts.join(',')}
          @change=${(event: Event) => (this.file = (event.target as HTMLInputElement).files?.[0] ?? null)}
      /></label>
      <div class="row">
        <button class="btn primary" type="submit" ?disabled=${!this.file || this.sending !== null}>
          ${icon('upload')}${t('imports.start')}
        </button>
        ${
          this.sending === null
            ? this.file
              ? nothing
              : html`<span class="m">${t('imports.choose')}</span>`
            : html`<span class="grow"
                ><span class="s m2"
                  >${t('imports.uploading', { share: number(this.sending, { style: 'percent' }) })}</span
                ><progress max="1" .value=${this.sending} aria-label=${t('imports.progress')}></progress
              ></span>`
        }
      </div>
    </form>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const file = this.file;
    if (!file) return;
    this.sending = 0;
    this.trouble = null;
    try {
      const parameters = new URLSearchParams({ format: this.format, name: file.name });
      await upload<ImportRun>(
        `imports?${parameters.toString()}`,
        file,
        'application/octet-stream',
        (share) => (this.sending = share),
      );
      this.file = null;
      await this.refresh();
    } catch (caught) {
      this.trouble = caught;
    } finally {
      this.sending = null;
    }
  };

  private table(): unknown {
    const heading = (key: 'imports.read' | 'imports.created' | 'imports.existing' | 'imports.refused') =>
      html`<th scope="col" class="n">${t(key)}</th>`;
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t('imports.earlier')}>
      <table class="grid plain flush runs">
        <thead>
          <tr>
            <th scope="col">${t('imports.what')}</th>
            <th scope="col">${t('imports.state')}</th>
            ${heading('imports.read')} ${heading('imports.created')} ${heading('imports.existing')}
            ${heading('imports.refused')}
            <th scope="col" class="n">${t('imports.when')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.runs.map((run) => this.run(run))}
        </tbody>
      </table>
    </div>`;
  }

  private run(run: ImportRun): unknown {
    const share = run.bytes ? run.bytesRead / run.bytes : 0;
    const words = t(`imports.state.${run.state}`, { share: number(share, { style: 'percent' }) });
    const format = this.formats?.find(({ id }) => id === run.format);
    return html`<tr>
      <td class="t">
        <span class="b">${run.name}</span><br /><span class="s m">${label(format?.title) || run.format}</span>
      </td>
      <td class="progress-cell">
        <span class=${run.state === 'failed' ? 'bad b' : ''}>${words}</span>
        ${run.state === 'running' ? html`<progress max="1" .value=${share} aria-label=${t('imports.progress')}></progress>` : nothing}
        ${run.failure ? html`<br /><span class="s bad">${label(run.failure)}</span>` : nothing}
      </td>
      <td class="n" data-name=${t('imports.read')}>${number(run.items)}</td>
      <td class="n" data-name=${t('imports.created')}>${number(run.created)}</td>
      <td class="n m2" data-name=${t('imports.existing')}>${number(run.existing)}</td>
      <td class="n" data-name=${t('imports.refused')}>
        ${
          run.refused
            ? html`<a
                class="bad b"
                href=${address('/admin/imports', { errors: run.id })}
                aria-label=${t('imports.errors.show', { n: run.refused, name: run.name })}
                >${number(run.refused)}</a
              >`
            : html`<span class="m2">0</span>`
        }
      </td>
      <td class="n m2" data-name=${t('imports.when')}>${run.startedAt ? moment(run.startedAt) : ''}</td>
    </tr>`;
  }

  private errorList(errors: Page<ImportError>): unknown {
    return html`<section class="sec" aria-labelledby="errors-title">
      <header>
        <h2 id="errors-title">${t('imports.errors')}</h2>
        <span class="n">${number(errors.total)}</span>
      </header>
      <ul class="line-errors">
        ${errors.items.map(
          ({ line, detail, errors: fields, item }) =>
            html`<li>
              <span class="num b">${t('imports.line', { n: line })}</span>
              <div>
                <p>${detail}</p>
                ${fields?.map(({ field, detail: why }) => html`<p class="s bad"><span class="mono">${field}</span> ${why}</p>`)}
                ${item ? html`<pre class="mono">${typeof item === 'string' ? item : JSON.stringify(item)}</pre>` : nothing}
              </div>
            </li>`,
        )}
      </ul>
      ${errors.next ? html`<button class="btn sm" type="button" @click=${() => void this.loadErrors(this.shown, errors.next ?? '')}>${t('imports.errors.more')}</button>` : nothing}
    </section>`;
  }
}

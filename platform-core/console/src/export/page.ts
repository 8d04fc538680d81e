import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ExportFile } from '../api/types/exports';
import { label, number, t } from '../i18n/i18n';
import { bytes } from '../i18n/size';
import { moment } from '../i18n/time';
import { css } from '../kit/css';
import { empty, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { fileAddress, files, forget, isOpen, look } from './making';

/** The person's own files: those that are being made and those that can be fetched. */
@customElement('vaksam-exports')
export class Exports extends Trying {
  protected override stores = () => [files];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('exports.title'));
    void this.attempt(look);
  }

  protected override render(): unknown {
    return html`<div class="page admin-page">
      <h1>${t('exports.title')}</h1>
      <p class="m2">${t('exports.why')}</p>
      ${this.troubled()} ${this.list()}
    </div>`;
  }

  private list(): unknown {
    if (files.value === null) return this.trouble ? nothing : skeleton(4);
    if (files.value.length === 0) return empty('download', t('exports.none'), t('exports.none.why'));
    return html`<ul class="lines exports">
      ${files.value.map((file) => html`<li class="export-line">${this.line(file)}</li>`)}
    </ul>`;
  }

  private line(file: ExportFile): unknown {
    const { name } = file;
    return html`<span class="grow">
        <b class="b">${name}</b> <span class="badge">${t(`exports.${file.format}`)}</span>
        <span class="s m2">${this.state(file)}</span>
        ${file.state === 'running' ? this.progress(file) : nothing}
      </span>
      ${
        file.state === 'done'
          ? html`<a class="btn sm" href=${fileAddress(file)} download aria-label=${t('exports.fetch.name', { name })}
              >${icon('download', 'i-s')}${t('exports.fetch')}</a
            >`
          : nothing
      }
      <button
        class="btn sm ${isOpen(file) ? '' : 'icon'}"
        type="button"
        ?disabled=${this.busy}
        aria-label=${t(isOpen(file) ? 'exports.cancel.name' : 'exports.remove.name', { name })}
        @click=${() => void this.attempt(() => forget(file))}
      >
        ${isOpen(file) ? t('exports.cancel') : icon('trash-2')}
      </button>`;
  }

  private state(file: ExportFile): string {
    if (file.state === 'waiting') return t('exports.waiting');
    if (file.state === 'failed') return label(file.failure) || t('exports.failed', { name: file.name });
    const rows = { rows: number(file.rows), total: number(file.total) };
    if (file.state === 'running') return t('exports.running', rows);
    return [
      t('exports.done', { rows: file.rows, size: bytes(file.bytes) }),
      file.unlocated ? t('exports.unlocated', { n: file.unlocated }) : '',
      file.expiresAt ? t('exports.until', { time: moment(file.expiresAt) }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  private progress(file: ExportFile): unknown {
    const share = file.total ? Math.min(100, (file.rows / file.total) * 100) : 0;
    return html`<span
      class="bar"
      role="progressbar"
      aria-label=${t('exports.progress', { name: file.name })}
      aria-valuemin="0"
      aria-valuemax=${file.total}
      aria-valuenow=${file.rows}
      ><i ${css({ width: `${share}%` })}></i
    ></span>`;
  }
}

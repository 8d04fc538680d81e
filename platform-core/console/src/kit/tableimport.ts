import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { upload } from '../api/client';
import { t } from '../i18n/i18n';
import './dialog';
import { faultsOf } from './feedback';
import { icon } from './icon';
import { toast } from './toast';
import { Trying } from './trying';

/** A table from a file: first what it would do, then it does it. Sends `done` or `close`. */
export abstract class TableImport<P extends { possible: boolean }> extends Trying {
  @state() private file: File | null = null;
  @state() private preview: P | null = null;

  /** What it is called, why, and what is said when it is done. */
  protected abstract words(): { heading: string; why: string; done: string };

  /** Where it is sent; with `look` nothing is kept. */
  protected abstract address(look: boolean): string;

  protected abstract previewOf(preview: P): unknown;

  /** What else is asked beside the file. */
  protected more(): unknown {
    return nothing;
  }

  /** What was shown is no longer what would happen. */
  protected forget(): void {
    this.preview = null;
  }

  protected override render(): unknown {
    const look = () => void this.send(true);
    const act = () => void this.send(false);
    return html`<vaksam-dialog
      look="wide"
      heading=${this.words().heading}
      .body=${this.form()}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn" type="button" ?disabled=${!this.file || this.busy} @click=${look}>
          ${t('reorganisation.look')}</button
        ><button class="btn primary" type="button" ?disabled=${!this.preview?.possible || this.busy} @click=${act}>
          ${t('organisation.import.do')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private form(): unknown {
    return html`<div class="stack">
      <p class="m2">${this.words().why}</p>
      ${this.trouble ? faultsOf(this.trouble) : nothing}
      <label class="drop"
        >${icon('file-up', 'i-l')}<span
          ><b class="b">${this.file?.name ?? t('imports.file')}</b><br /><span class="s m">CSV, XLSX</span></span
        ><input class="sr" type="file" accept=".csv,.txt,.xlsx" @change=${this.chosen}
      /></label>
      ${this.more()} ${this.preview ? this.previewOf(this.preview) : nothing}
    </div>`;
  }

  private readonly chosen = (event: Event): void => {
    this.file = (event.target as HTMLInputElement).files?.[0] ?? null;
    this.trouble = null;
    this.forget();
  };

  private async send(look: boolean): Promise<void> {
    const { file } = this;
    if (!file) return;
    await this.attempt(async () => {
      const preview = await upload<P>(this.address(look), file, 'application/octet-stream', () => undefined);
      if (look) this.preview = preview;
      else {
        toast(this.words().done);
        this.dispatchEvent(new CustomEvent('done'));
      }
    });
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}

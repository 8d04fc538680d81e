import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { upload } from '../api/client';
import { Problem } from '../api/problem';
import type { Preview } from '../api/types/organisation';
import { t } from '../i18n/i18n';
import { today } from '../i18n/time';
import { noteOf } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import '../kit/dialog';
import { previewOf } from './reorganisation';

/** A table of units: first what it would do, then it does it. Sends `done` or `close`. */
@customElement('vaksam-unit-import')
export class UnitImport extends View {
  @state() private file: File | null = null;
  @state() private day = today();
  @state() private whole = false;
  @state() private preview: Preview | null = null;
  @state() private trouble: unknown = null;
  @state() private busy = false;

  protected override render(): unknown {
    return html`<vaksam-dialog
      look="wide"
      heading=${t('organisation.import.title')}
      .body=${this.form()}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn" type="button" ?disabled=${!this.file || this.busy} @click=${() => void this.send(true)}>
          ${t('reorganisation.look')}</button
        ><button
          class="btn primary"
          type="button"
          ?disabled=${!this.preview?.possible || this.busy}
          @click=${() => void this.send(false)}
        >
          ${t('organisation.import.do')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private form(): unknown {
    return html`<div class="stack">
      <p class="m2">${t('organisation.import.why')}</p>
      ${this.trouble ? this.troubles() : nothing}
      <label class="drop"
        >${icon('file-up', 'i-l')}<span
          ><b class="b">${this.file?.name ?? t('imports.file')}</b><br /><span class="s m">CSV, XLSX</span></span
        ><input
          class="sr"
          type="file"
          accept=".csv,.txt,.xlsx"
          @change=${(event: Event) => {
            this.file = (event.target as HTMLInputElement).files?.[0] ?? null;
            this.preview = null;
          }}
      /></label>
      <label class="field"
        ><span class="label">${t('organisation.from')}</span
        ><input
          class="in"
          type="date"
          .value=${this.day}
          required
          @change=${(event: Event) => {
            this.day = (event.target as HTMLInputElement).value || today();
            this.preview = null;
          }}
      /></label>
      <label class="switch"
        ><input
          type="checkbox"
          .checked=${this.whole}
          @change=${(event: Event) => {
            this.whole = (event.target as HTMLInputElement).checked;
            this.preview = null;
          }}
        />${t('organisation.import.whole')}</label
      >
      ${this.preview ? previewOf(this.preview) : nothing}
    </div>`;
  }

  private troubles(): unknown {
    const { errors } = Problem.of(this.trouble);
    return html`${noteOf(this.trouble)}
    ${errors.slice(0, 50).map(({ field, detail }) => html`<p class="s bad"><span class="mono">${field}</span> ${detail}</p>`)}`;
  }

  private async send(look: boolean): Promise<void> {
    if (!this.file) return;
    const query = new URLSearchParams({ on: this.day, whole: String(this.whole), preview: String(look) });
    this.busy = true;
    this.trouble = null;
    try {
      const address = `organisation/import?${query.toString()}`;
      const preview = await upload<Preview>(address, this.file, 'application/octet-stream', () => undefined);
      if (look) this.preview = preview;
      else {
        toast(t('organisation.import.done'));
        this.dispatchEvent(new CustomEvent('done'));
      }
    } catch (caught) {
      this.trouble = caught;
    } finally {
      this.busy = false;
    }
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}

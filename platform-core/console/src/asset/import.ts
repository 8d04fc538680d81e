import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { upload } from '../api/client';
import { Problem } from '../api/problem';
import type { Text } from '../api/types/common';
import { label, t } from '../i18n/i18n';
import { note, noteOf } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import '../kit/dialog';

interface Preview {
  possible: boolean;
  problems: { field: string; detail: Text }[];
  counts: Partial<Record<'created' | 'changed' | 'same', number>>;
}

const SHOWN = 50;

/** A table of assets: first what it would do, then it does it. Sends `done` or `close`. */
@customElement('vaksam-asset-import')
export class AssetImport extends View {
  @state() private file: File | null = null;
  @state() private preview: Preview | null = null;
  @state() private trouble: unknown = null;
  @state() private busy = false;

  protected override render(): unknown {
    return html`<vaksam-dialog
      look="wide"
      heading=${t('assets.import.title')}
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
      <p class="m2">${t('assets.import.why')}</p>
      ${this.trouble ? html`${noteOf(this.trouble)} ${this.lines(Problem.of(this.trouble).errors)}` : nothing}
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
      ${this.preview ? this.shown(this.preview) : nothing}
    </div>`;
  }

  private shown({ possible, problems, counts }: Preview): unknown {
    const words = t('assets.import.counts', {
      created: counts.created ?? 0,
      changed: counts.changed ?? 0,
      same: counts.same ?? 0,
    });
    return html`${note(possible ? 'ok' : 'warn', possible ? 'circle-check' : 'triangle-alert', possible ? words : t('reorganisation.problems', { n: problems.length }))}
    ${this.lines(problems)}`;
  }

  private lines = (problems: { field?: string; detail: Text | string }[]) =>
    problems
      .slice(0, SHOWN)
      .map(({ field, detail }) => html`<p class="s bad"><span class="mono">${field}</span> ${label(detail)}</p>`);

  private async send(look: boolean): Promise<void> {
    if (!this.file) return;
    this.busy = true;
    this.trouble = null;
    try {
      const preview = await upload<Preview>(
        `assets/table?preview=${look}`,
        this.file,
        'application/octet-stream',
        () => undefined,
      );
      if (look) this.preview = preview;
      else {
        toast(t('assets.import.done'));
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

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { MergeState } from '../api/types/connection';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { note } from '../kit/feedback';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { otherName } from './other';
import './reason';

/** Where a merged record goes on, and what was merged into this one. Sends `changed`. */
@customElement('vaksam-merged')
export class MergedNote extends View {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ type: Boolean }) editable = false;
  @state() private told: MergeState | null = null;
  @state() private asking = false;

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('record') as RecordDoc | undefined;
    const other = before?.id !== this.record.id || before.version !== this.record.version;
    if (changed.has('record') && other) void this.load(this.record.id);
  }

  private async load(id: string): Promise<void> {
    const told = await get<MergeState>(`records/${id}/merge`).catch(() => null);
    if (id === this.record.id) this.told = told;
  }

  protected override render(): unknown {
    const merged = this.told?.merged;
    const here = this.told?.mergedIn ?? [];
    return html`${
      merged
        ? note(
            'warn',
            'git-merge',
            html`<b class="b">${t('merge.banner')}</b> ${
                merged.into ? otherName(merged.into) : html`<span>${t('merge.banner.hidden')}</span>`
              }<br /><span class="breaks">${merged.reason}</span><br /><span class="s m2"
                >${merged.by.name || t('history.platform')}, ${moment(merged.at)}</span
              >${
                this.editable
                  ? html`<br /><button class="btn sm" type="button" @click=${() => (this.asking = true)}>
                        ${t('merge.undo')}
                      </button>`
                  : nothing
              }`,
          )
        : nothing
    }
    ${
      here.length
        ? note(
            '',
            'git-merge',
            html`<b class="b">${t('merge.in')}</b>
              <ul class="connect-facts">
                ${here.map((record) => html`<li>${otherName(record)}</li>`)}
              </ul>`,
          )
        : nothing
    }
    ${this.asking ? this.undoing() : nothing}`;
  }

  private undoing(): unknown {
    return html`<vaksam-connect-reason
      heading=${t('merge.undo')}
      deed=${t('merge.undo')}
      .work=${(reason: string) =>
        remove(`records/${this.record.id}/merge?reason=${encodeURIComponent(reason)}`, `"${this.record.version}"`)}
      @done=${() => {
        this.asking = false;
        toast(t('merge.undone'));
        this.dispatchEvent(new CustomEvent('changed'));
      }}
      @close=${() => (this.asking = false)}
    ></vaksam-connect-reason>`;
  }
}

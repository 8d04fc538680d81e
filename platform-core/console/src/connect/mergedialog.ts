import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import { Problem } from '../api/problem';
import type { MergePreview } from '../api/types/connection';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import type { Choosable } from '../record/combobox';
import { findRecords, otherName, standing } from './other';
import { inWords, valueList } from './values';
import '../kit/dialog';
import '../record/combobox';

/** Merges a record into another after showing, side by side, what happens. Sends `done` and `close`. */
@customElement('vaksam-merge-dialog')
export class MergeDialog extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) kind: KindDefinition | undefined;
  @property({ attribute: false }) into: Choosable | null = null;
  @state() private preview: MergePreview | null = null;
  @state() private lacking = false;
  @state() private again = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.into) void this.look();
  }

  private async look(): Promise<void> {
    this.preview = null;
    const { into, record } = this;
    if (into)
      await this.attempt(async () => {
        this.preview = await get<MergePreview>(`records/${record.id}/merge?into=${encodeURIComponent(into.id)}`);
      });
  }

  protected override render(): unknown {
    return html`<vaksam-dialog
      look="wide"
      heading=${t('merge.title', { number: this.record.number })}
      .body=${html`<form id="merge-form" class="stack" novalidate @submit=${this.send}>
        ${this.troubled()} ${this.again ? note('warn', 'refresh-cw', t('merge.again')) : nothing}
        <p class="m2">${t('merge.why')}</p>
        <div class="field">
          <label class="label" for="merge-into">${t('merge.into')}</label>
          <vaksam-combobox
            fieldId="merge-into"
            .value=${this.into}
            .ask=${findRecords(this.record.id)}
            @chosen=${({ detail }: CustomEvent<Choosable | null>) => {
              this.into = detail;
              void this.look();
            }}
          ></vaksam-combobox>
          <span class="hint">${t('link.other.hint')}</span>
        </div>
        <div aria-live="polite">${this.preview ? this.shown(this.preview) : nothing}</div>
        ${
          this.preview
            ? html`<div class="field">
                <label class="label" for="merge-reason">${t('link.reason')}</label>
                <input
                  class="in"
                  id="merge-reason"
                  maxlength="1000"
                  autocomplete="off"
                  aria-invalid=${this.lacking}
                  aria-describedby="merge-reason-error"
                /><span class="err" id="merge-reason-error" role="alert"
                  >${this.lacking ? html`${icon('circle-alert')}${t('link.reason.missing')}` : nothing}</span
                >
              </div>`
            : nothing
        }
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="merge-form" ?disabled=${this.busy || !this.preview}>
          ${icon('git-merge')}${t('merge.do')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private shown(preview: MergePreview): unknown {
    const { from, into, filled, conflicts, kept, moves } = preview;
    const rows = Object.values(moves).reduce((sum, n) => sum + n, 0);
    return html`<div class="versions">
        <div>${otherName(from)}<br />${standing(from)}</div>
        <div>${otherName(into)}<br />${standing(into)}</div>
      </div>
      ${valueList(t('merge.filled', { number: into.number }), filled, this.kind)}
      ${conflicts.length ? this.conflicts(preview) : nothing} ${valueList(t('merge.kept'), kept, this.kind)}
      <ul class="connect-facts">
        ${rows ? html`<li>${t('merge.moves', { what: t('merge.rows', { n: rows }) })}</li>` : nothing}
        ${preview.stricter ? html`<li>${t('merge.stricter', { number: into.number })}</li>` : nothing}
        ${preview.held ? html`<li>${t('merge.held')}</li>` : nothing}
      </ul>`;
  }

  private conflicts({ from, into, conflicts }: MergePreview): unknown {
    return html`<section class="connect-values">
      <h3>${t('merge.conflicts')}</h3>
      <div class="connect-scroll" tabindex="0" role="group" aria-label=${t('merge.conflicts')}>
        <table>
          <thead>
            <tr>
              <th scope="col"><span class="sr">${t('merge.field')}</span></th>
              <th scope="col">${from.number}</th>
              <th scope="col">${into.number}</th>
            </tr>
          </thead>
          <tbody>
            ${conflicts.map(
              (one) =>
                html`<tr>
                  <th scope="row">${label(one.label)}</th>
                  <td class="breaks">${inWords(one, this.kind)}</td>
                  <td class="breaks">${inWords({ ...one, value: one.into }, this.kind)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { preview } = this;
    const reason = this.querySelector<HTMLInputElement>('#merge-reason')?.value.trim() ?? '';
    this.lacking = !reason;
    if (!preview || !reason) return;
    const order = { into: preview.into.id, hash: preview.hash, reason };
    if (await this.attempt(() => post(`records/${this.record.id}/merge`, order))) {
      toast(t('merge.done', { number: preview.into.number }));
      this.dispatchEvent(new CustomEvent('done'));
    } else if (Problem.of(this.trouble).status === 412) {
      this.again = true;
      await this.look();
    }
  };
}

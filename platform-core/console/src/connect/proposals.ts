import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get, post, put } from '../api/client';
import type { OtherRecord, Proposal, Relation } from '../api/types/connection';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { otherName, standing } from './other';
import '../kit/menu';

const FIRST = 3;

/** What may belong to a record, and why; a person says as what, or that it does not. Sends `changed` and `merge`. */
@customElement('vaksam-proposals')
export class Proposals extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) relations: Relation[] = [];
  @property({ type: Boolean }) editable = false;
  @state() private proposals: Proposal[] = [];
  @state() private away = false;
  @state() private all = false;

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('record') as RecordDoc | undefined;
    const other = before?.id !== this.record.id || before.version !== this.record.version;
    if (changed.has('record') && other) void this.load(this.record.id);
  }

  private async load(id: string): Promise<void> {
    const found = await get<{ items: Proposal[] }>(`records/${id}/proposals`).catch(() => null);
    if (id !== this.record.id) return;
    this.proposals = found?.items ?? [];
    this.away = !found;
  }

  protected override render(): unknown {
    const { proposals } = this;
    const shown = this.all ? proposals : proposals.slice(0, FIRST);
    const rest = proposals.length - shown.length;
    return html`${this.troubled()} ${this.away ? html`<p class="s m2">${t('proposal.away')}</p>` : nothing}
      <ul class="connect connect-proposed">
        ${shown.map((proposal) => this.row(proposal))}
      </ul>
      ${
        rest > 0
          ? html`<button class="btn quiet sm" type="button" @click=${() => (this.all = true)}>
              ${icon('chevron-down')}${t('proposal.more', { n: rest })}
            </button>`
          : nothing
      }`;
  }

  private row({ record, reasons }: Proposal): unknown {
    return html`<li>
      <span class="m2">${t('proposal.title')}</span>
      <span class="connect-what"
        >${otherName(record)}<span class="s m2">${reasons.map(({ text }) => label(text)).join(' · ')}</span></span
      >
      ${standing(record)} ${this.editable ? this.answers(record) : nothing}
    </li>`;
  }

  private answers(record: OtherRecord): unknown {
    return html`<span class="row tight connect-answers">
      <vaksam-menu
        look="btn sm"
        side="end"
        name=${t('proposal.as', { what: record.number })}
        .face=${html`${icon('check')}${t('proposal.accept')}`}
        .items=${html`${this.relations.map(
            ({ id, label: words }) =>
              html`<button type="button" @click=${() => void this.accept(record, id)}>${label(words)}</button>`,
          )}<button type="button" @click=${() => this.dispatchEvent(new CustomEvent('merge', { detail: record }))}>
            ${icon('git-merge')}${t('proposal.merge')}
          </button>`}
      ></vaksam-menu>
      <button
        class="btn quiet sm"
        type="button"
        aria-label=${t('proposal.dismiss.what', { what: record.number })}
        ?disabled=${this.busy}
        @click=${() => void this.dismiss(record)}
      >
        ${t('proposal.dismiss')}
      </button>
    </span>`;
  }

  private async accept(other: OtherRecord, relation: string): Promise<void> {
    const { id } = this.record;
    if (await this.attempt(() => post(`records/${id}/links`, { relation, record: other.id }))) {
      toast(t('link.added'));
      await this.load(id);
      this.dispatchEvent(new CustomEvent('changed'));
    }
  }

  private async dismiss(other: OtherRecord): Promise<void> {
    const address = `records/${this.record.id}/proposals/${other.id}/dismissal`;
    if (!(await this.attempt(() => put(address, undefined)))) return;
    this.proposals = this.proposals.filter(({ record }) => record.id !== other.id);
    toast(t('proposal.dismissed', { what: other.number }), {
      label: t('proposal.undo'),
      run: () => void call(address, { method: 'DELETE' }).then(() => this.load(this.record.id)),
    });
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TypeDefinition } from '../api/types/definition';
import type { RecordDoc, Transition } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { can, loadCounts, type Found } from '../shell/areas';
import { type Ask, type Choosable, comboField } from './combobox';
import { assignTo, eachOf, move, movesOf, type Outcome } from './deeds';
import { kindOf } from './definitions';
import type { MoveRequest } from './move';
import { findPeople } from './people';
import { titleOf } from './withheld';
import './move';
import '../kit/dialog';
import '../kit/menu';

/** What can be done with all the chosen records at once. Sends `done` when something was, `clear` when nothing shall be. */
@customElement('vaksam-bulk')
export class Bulk extends View {
  @property({ attribute: false }) found!: Found;
  @property({ attribute: false }) records: RecordDoc[] = [];
  @property({ attribute: false }) definition: TypeDefinition | null = null;
  @state() private giving = false;
  @state() private moving: Transition | null = null;
  @state() private outcome: Outcome | null = null;
  @state() private busy = '';

  private readonly findPeople: Ask = (words) => findPeople(this.found.record.type)(words);

  private readonly kind = (record: RecordDoc) => kindOf(this.definition, record.kind);

  protected override render(): unknown {
    const n = this.records.length;
    return html`<div class="bulk">
        <div role="toolbar" aria-label=${t('list.selected', { n })}>
          <b class="b num" role="status">${this.busy || t('list.selected', { n })}</b>
          <hr />
          ${can(this.found.record, 'handle') ? this.deeds() : nothing}
          <button
            class="btn quiet sm icon"
            type="button"
            aria-label=${t('list.unselect')}
            @click=${() => this.send('clear')}
          >
            ${icon('x')}
          </button>
        </div>
      </div>
      ${this.giving ? this.person() : nothing} ${this.moving ? this.asking(this.moving) : nothing}
      ${this.outcome ? this.told(this.outcome) : nothing}`;
  }

  private deeds(): unknown {
    const moves = movesOf(this.records, this.kind);
    const off = this.busy !== '';
    return html`<button
        class="btn quiet sm"
        type="button"
        ?disabled=${off}
        @click=${() => void this.carryOut(assignTo(this.found, 'me'))}
      >
        ${icon('user-plus')}${t('list.take')}
      </button>
      <button class="btn quiet sm" type="button" ?disabled=${off} @click=${() => (this.giving = true)}>
        ${icon('users')}${t('list.assign')}
      </button>
      ${
        moves.length && !off
          ? html`<vaksam-menu
              look="btn quiet sm"
              .face=${html`${icon('circle-arrow-right')}${t('list.move')}`}
              .items=${moves.map(
                (one) =>
                  html`<button type="button" @click=${() => this.start(one)}>
                    ${icon('circle-arrow-right')}${label(one.label)}${one.reason === 'none' && one.missing.length === 0 ? nothing : '…'}
                  </button>`,
              )}
            ></vaksam-menu>`
          : nothing
      }
      <hr />`;
  }

  private person(): unknown {
    const leave = () => (this.giving = false);
    const give = (to: Choosable | null) => {
      leave();
      if (to) void this.carryOut(assignTo(this.found, to.id));
    };
    return html`<vaksam-dialog
      heading=${t('list.assign.many', { n: this.records.length })}
      .body=${comboField('bulk-person', t('field.assignee'), null, this.findPeople, give)}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private start(transition: Transition): void {
    if (transition.reason !== 'none' || transition.missing.length) this.moving = transition;
    else void this.carryOut(move(this.found, transition, { reason: '', values: {} }, this.kind));
  }

  private asking(transition: Transition): unknown {
    const leave = () => (this.moving = null);
    const first = this.records.find(({ kind }) =>
      kindOf(this.definition, kind)?.transitions.some(({ id }) => id === transition.id),
    );
    return html`<vaksam-dialog
      heading=${t('list.move.many', { step: label(transition.label), n: this.records.length })}
      .body=${html`<vaksam-move
        .transition=${transition}
        .record=${first}
        .kind=${first && this.kind(first)}
        .findPeople=${this.findPeople}
        @go=${({ detail }: CustomEvent<MoveRequest>) => {
          leave();
          void this.carryOut(move(this.found, transition, detail, this.kind));
        }}
        @done=${leave}
      ></vaksam-move>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private async carryOut(deed: (record: RecordDoc) => Promise<unknown>): Promise<void> {
    const { records } = this;
    const outcome = await eachOf(records, deed, (done) => (this.busy = t('list.working', { done, n: records.length })));
    this.busy = '';
    void loadCounts();
    if (outcome.failed.length) {
      this.outcome = outcome;
      return;
    }
    toast(t('list.changed', { n: outcome.done }));
    this.send('done');
  }

  private told({ done, failed }: Outcome): unknown {
    const leave = () => {
      this.outcome = null;
      this.send('done');
    };
    return html`<vaksam-dialog
      heading=${t('list.failed', { n: failed.length, all: done + failed.length })}
      .body=${html`<p class="m2">${t('list.failed.why', { n: done })}</p>
        <ul class="failures" tabindex="0" aria-label=${t('list.failures')}>
          ${failed.map(({ record, why }) => html`<li><b class="b">${record.number}</b> ${titleOf(record)}<br /><span class="s bad">${why}</span></li>`)}
        </ul>`}
      .buttons=${html`<button class="btn primary" type="button" @click=${leave}>${t('action.close')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private send(name: 'done' | 'clear'): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

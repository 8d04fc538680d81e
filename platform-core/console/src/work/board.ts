import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../api/client';
import type { ActionDoc, ActionState, ActionStep } from '../api/types/work';
import { number, t } from '../i18n/i18n';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { beside, dueShown, stateName, stateShown, stepName, stepTo } from './shown';

const COLUMNS: ActionState[] = ['proposed', 'decided', 'in-progress', 'done', 'verified'];

/** Actions by state. A card is moved with Alt and an arrow, by dragging, or with its buttons. Sends `changed`. */
@customElement('vaksam-board')
export class Board extends Trying {
  @property({ attribute: false }) actions: ActionDoc[] = [];
  @property({ attribute: false }) open: (action: ActionDoc) => void = () => undefined;
  @state() private over: ActionState | null = null;
  private dragged: ActionDoc | null = null;

  protected override render(): unknown {
    return html`${this.troubled()}
      <p class="m2 s board-hint">${t('work.board.hint')}</p>
      <div class="board" tabindex="0" role="region" aria-label=${t('work.board')}>
        ${COLUMNS.map((column) => this.column(column))}
      </div>`;
  }

  private column(column: ActionState): unknown {
    const cards = this.actions.filter((action) => action.state === column);
    return html`<section
      class=${this.over === column ? 'over' : ''}
      aria-label=${stateName(column)}
      @dragover=${(event: DragEvent) => this.hovered(event, column)}
      @dragleave=${() => (this.over = null)}
      @drop=${(event: DragEvent) => this.dropped(event, column)}
    >
      <h2>${stateShown(column)}<span class="n num">${number(cards.length)}</span></h2>
      ${
        cards.length
          ? html`<ul>
              ${cards.map((action) => this.card(action))}
            </ul>`
          : html`<p class="m s">${t('work.board.empty')}</p>`
      }
    </section>`;
  }

  private card(action: ActionDoc): unknown {
    const next = action.steps.find((step) => step !== 'reject' && step !== 'reopen');
    return html`<li
      class="card"
      id="card-${action.id}"
      draggable="true"
      @dragstart=${() => (this.dragged = action)}
      @keydown=${(event: KeyboardEvent) => this.pressed(event, action)}
    >
      <button class="link title" type="button" @click=${() => this.open(action)}>${action.title}</button>
      <p class="m2 s">${beside(action)}</p>
      <p class="row s">
        <span class="when">${dueShown(action)}</span>
        ${
          next
            ? html`<button
                class="btn sm"
                type="button"
                ?disabled=${this.busy}
                @click=${() => void this.step(action, next)}
              >
                ${stepName(next)}
              </button>`
            : nothing
        }
      </p>
    </li>`;
  }

  private pressed(event: KeyboardEvent, action: ActionDoc): void {
    const by = event.altKey ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    const to = COLUMNS[COLUMNS.indexOf(action.state) + by];
    if (to) void this.move(action, to);
  }

  private hovered(event: DragEvent, column: ActionState): void {
    if (!this.dragged || !stepTo(this.dragged, column)) return;
    event.preventDefault();
    this.over = column;
  }

  private dropped(event: DragEvent, column: ActionState): void {
    event.preventDefault();
    this.over = null;
    if (this.dragged) void this.move(this.dragged, column);
    this.dragged = null;
  }

  private async move(action: ActionDoc, to: ActionState): Promise<void> {
    const step = stepTo(action, to);
    if (!step) toast(t('work.board.cannot'));
    else if (step === 'reopen') this.open(action);
    else await this.step(action, step);
  }

  private async step(action: ActionDoc, step: ActionStep): Promise<void> {
    const moved = await this.attempt(async () => {
      const { body } = await call<ActionDoc>(`actions/${action.id}/steps`, {
        method: 'POST',
        body: { step },
        headers: { 'If-Match': `"${action.version}"` },
      });
      this.actions = this.actions.map((one) => (one.id === body.id ? body : one));
      toast(t('work.board.moved', { title: body.title, state: stateName(body.state) }));
    });
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#card-${CSS.escape(action.id)} button`)?.focus();
    if (!moved) this.dispatchEvent(new CustomEvent('changed'));
  }
}

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { ActionDoc } from '../api/types/work';
import { t } from '../i18n/i18n';
import { skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { counted } from '../kit/part';
import { Trying } from '../kit/trying';
import { dueShown, stateShown } from './shown';
import './sheet';

/** The actions of a record, and a way to add one. Sends `changed`. */
@customElement('vaksam-actions')
export class Actions extends Trying {
  @property() record = '';
  @property({ type: Boolean }) editable = false;
  @state() private all: ActionDoc[] | null = null;
  @state() private open: ActionDoc | 'new' | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record')) void this.attempt(this.load);
  }

  private readonly load = async (): Promise<void> => {
    this.all = (await get<Page<ActionDoc>>(`actions?record=${encodeURIComponent(this.record)}&limit=200`)).items;
    counted(this, 'actions', String(this.all.length));
  };

  protected override render(): unknown {
    return html`<div class="facts-head">
        <h2 id="actions-title">${t('work.actions')}</h2>
        ${
          this.editable
            ? html`<button
                class="btn quiet icon sm"
                type="button"
                aria-label=${t('work.new')}
                @click=${() => (this.open = 'new')}
              >
                ${icon('plus')}
              </button>`
            : nothing
        }
      </div>
      ${this.troubled()}
      ${
        this.all === null
          ? this.trouble
            ? nothing
            : skeleton(2)
          : this.all.length
            ? html`<ul class="work-small">
                ${this.all.map((action) => this.line(action))}
              </ul>`
            : html`<p class="m s">${t('action.none')}</p>`
      }
      ${this.open ? this.sheet(this.open) : nothing}`;
  }

  private line(action: ActionDoc): unknown {
    return html`<li class=${action.open ? '' : 'over'}>
      <button class="link" type="button" @click=${() => (this.open = action)}>${action.title}</button>
      <span class="row tight s"
        >${stateShown(action.state)}<span class="m2">${action.responsible?.name ?? t('action.nobody')}</span
        ><span class="when">${dueShown(action)}</span></span
      >
    </li>`;
  }

  private sheet(open: ActionDoc | 'new'): unknown {
    return html`<vaksam-action-sheet
      record=${this.record}
      .action=${open === 'new' ? null : open}
      @changed=${this.changed}
      @close=${() => (this.open = null)}
    ></vaksam-action-sheet>`;
  }

  private readonly changed = (): void => {
    void this.attempt(this.load);
    this.dispatchEvent(new CustomEvent('changed'));
  };
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Ask } from './combobox';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc, Transition } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { noteOf } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { isEmpty, type Values } from './fields';
import { missingFields } from './process';
import './field';

export interface MoveRequest {
  reason: string;
  values: Values;
}

/** What a transition still needs, asked on the spot. Sends `go` with the answers, or `done` when left. */
@customElement('vaksam-move')
export class Move extends View {
  @property({ attribute: false }) transition!: Transition;
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) kind: KindDefinition | undefined;
  @property({ attribute: false }) findPeople: Ask = () => Promise.resolve([]);
  @property({ attribute: false }) problem: unknown = null;
  @property({ type: Boolean }) busy = false;
  @state() private values: Values = {};
  @state() private reason = '';
  @state() private tried = false;

  protected override firstUpdated(): void {
    const first = this.querySelector('vaksam-field');
    void Promise.resolve(first?.updateComplete).then(() =>
      this.querySelector<HTMLElement>('input, textarea, select')?.focus(),
    );
  }

  protected override render(): unknown {
    const { transition } = this;
    const fields = missingFields(transition, this.kind);
    const needed = transition.reason === 'required';
    return html`<form class="move" novalidate @submit=${this.submit} @keydown=${this.pressed}>
      <h2>${label(transition.label)}</h2>
      ${this.problem ? noteOf(this.problem) : nothing}
      ${fields.map(
        (field) =>
          html`<vaksam-field
            .field=${{ ...field, required: true }}
            .value=${this.values[field.id] ?? null}
            .findPeople=${this.findPeople}
            .error=${this.tried && isEmpty(this.values[field.id]) ? t('form.required', { what: label(field.label) }) : ''}
            @value=${(event: CustomEvent) => (this.values = { ...this.values, [field.id]: event.detail })}
          ></vaksam-field>`,
      )}
      ${
        transition.reason === 'none'
          ? nothing
          : html`<label class="field"
              ><span class="label"
                >${t('record.reason')}${needed ? nothing : html` <span class="opt">${t('form.optional')}</span>`}</span
              ><span class="hint">${t('record.reason.why')}</span
              ><textarea
                class="in"
                rows="3"
                maxlength="2000"
                aria-required=${needed}
                aria-invalid=${this.tried && needed && !this.reason.trim()}
                @input=${(event: InputEvent) => (this.reason = (event.target as HTMLTextAreaElement).value)}
              ></textarea
              >${this.tried && needed && !this.reason.trim() ? html`<span class="err">${icon('circle-alert')}${t('record.reason.missing')}</span>` : nothing}</label
            >`
      }
      <div class="row">
        <button class="btn primary" type="submit" ?disabled=${this.busy}>
          ${icon('circle-arrow-right')}${label(transition.label)}
        </button>
        <button class="btn quiet" type="button" @click=${this.abandon}>${t('action.cancel')}</button>
      </div>
    </form>`;
  }

  private readonly abandon = (): void => {
    this.dispatchEvent(new CustomEvent('done'));
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.abandon();
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.tried = true;
    const fields = missingFields(this.transition, this.kind);
    const lacks = fields.some(({ id }) => isEmpty(this.values[id]));
    if (lacks || (this.transition.reason === 'required' && !this.reason.trim())) return;
    const detail: MoveRequest = { reason: this.reason.trim(), values: this.values };
    this.dispatchEvent(new CustomEvent('go', { detail }));
  };
}

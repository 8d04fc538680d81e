import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import type { Ask } from './combobox';
import type { Save } from './editing';
import { valueOf, type FormField, type Values } from './fields';
import { references } from './references';
import { shown } from './shown';
import { isWithheld, secretMark, withheldMark } from './withheld';
import './field';

/** A value that is edited where it stands; what is typed stays until it is saved or given up. */
@customElement('vaksam-fact')
export class Fact extends View {
  @property({ attribute: false }) field!: FormField;
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) findPeople: Ask = () => Promise.resolve([]);
  @property({ attribute: false }) save: Save = () => Promise.resolve(false);
  @property({ type: Boolean }) editable = false;
  /** The record as it was when the person began to change the value. */
  @state() private base: RecordDoc | null = null;
  @state() private saving = false;
  @state() private draft: Values = {};
  @state() private pending = 0;

  protected override stores = () => [references];

  protected override render(): unknown {
    const { id } = this.field;
    if (isWithheld(this.record, id)) return html`<span class="fact">${withheldMark(this.record, id)}</span>`;
    const value = valueOf(this.record, this.field);
    const secret = secretMark(this.record, id);
    if (!this.base)
      return this.editable
        ? html`<button
            class="fact"
            type="button"
            title=${t('record.change', { what: label(this.field.label) })}
            @click=${this.begin}
          >
            <span>${shown(this.field, value)} ${secret}</span>${icon('pencil-line', 'i-s')}<span class="sr"
              >${t('record.change', { what: label(this.field.label) })}</span
            >
          </button>`
        : html`<span class="fact">${shown(this.field, value)} ${secret}</span>`;
    return html`<form
      class="fact-form"
      novalidate
      @submit=${this.submit}
      @keydown=${this.pressed}
      @pending=${({ detail }: CustomEvent<number>) => (this.pending += detail)}
    >
      <vaksam-field
        bare
        .field=${this.field}
        .value=${this.draft['value'] ?? null}
        .findPeople=${this.findPeople}
        @value=${(event: CustomEvent) => (this.draft = { value: event.detail })}
      ></vaksam-field>
      <div class="row">
        <button class="btn sm primary" type="submit" ?disabled=${this.saving || this.pending > 0}>
          ${t('action.save')}</button
        ><button class="btn sm quiet" type="button" @click=${this.end}>${t('action.cancel')}</button>
      </div>
    </form>`;
  }

  private readonly begin = async (): Promise<void> => {
    this.draft = { value: valueOf(this.record, this.field) };
    this.base = this.record;
    await this.updateComplete;
    await (this.querySelector('vaksam-field') as View | null)?.updateComplete;
    this.querySelector<HTMLElement>('input:checked, input, textarea, select')?.focus();
  };

  private readonly end = (): void => {
    this.base = null;
    void this.updateComplete.then(() => this.querySelector('button')?.focus());
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.end();
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.base || this.saving || this.pending > 0) return;
    this.saving = true;
    const saved = await this.save(this.field, this.draft['value'], this.base);
    this.saving = false;
    if (saved) this.end();
  };
}

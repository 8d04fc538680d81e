import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { View } from '../kit/view';
import { numberIn, numberOut } from './numbers';

export interface Range {
  from?: number | string;
  to?: number | string;
}

/** From a number to a number; one of them may be missing. Sends `change` with both or null. */
@customElement('vaksam-range')
export class RangeField extends View {
  @property({ attribute: false }) value: Range | null = null;
  @property() fieldId = '';
  @property() described = '';
  @property() unit = '';
  @property({ type: Boolean }) invalid = false;

  protected override render(): unknown {
    return html`<div class="range-field">
      ${this.end('from', this.fieldId)}<span class="m" aria-hidden="true">–</span
      >${this.end('to', `${this.fieldId}-to`)} ${this.unit ? html`<span class="m">${this.unit}</span>` : ''}
    </div>`;
  }

  private end = (name: 'from' | 'to', id: string) =>
    html`<input
      class="in"
      id=${id}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${t(`fields.${name}`)}
      placeholder=${t(`fields.${name}`)}
      aria-invalid=${this.invalid}
      aria-describedby=${this.described}
      .value=${numberOut(this.value?.[name])}
      @change=${(event: Event) => this.change(name, (event.target as HTMLInputElement).value)}
    />`;

  private change(name: 'from' | 'to', text: string): void {
    const { [name]: _before, ...other } = this.value ?? {};
    const given = numberIn(text);
    const next = given === null ? other : { ...other, [name]: given };
    this.value = Object.keys(next).length ? next : null;
    this.dispatchEvent(new CustomEvent('change', { detail: this.value }));
  }
}

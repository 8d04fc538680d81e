import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { View } from '../kit/view';
import { parsePeriod, PERIOD_UNITS, writePeriod, type PeriodUnit } from './period';

let numbers = 0;

/** How long: a number and what is counted. Sends `change` with the period as it stands in a definition. */
@customElement('vaksam-period')
export class PeriodField extends View {
  @property() value = 'P3WD';
  @property() name = '';
  /** What may be counted. */
  @property({ attribute: false }) units: readonly PeriodUnit[] = PERIOD_UNITS;
  private readonly base = `period-${++numbers}`;

  protected override render(): unknown {
    const period = parsePeriod(this.value);
    if (!period)
      return html`<div class="field">
        <label class="label" for=${this.base}>${this.name}</label
        ><input
          class="in short"
          id=${this.base}
          .value=${this.value}
          @change=${(event: Event) => this.send((event.target as HTMLInputElement).value)}
        />
      </div>`;
    return html`<fieldset class="field">
      <legend class="label">${this.name}</legend>
      <span class="period"
        ><input
          class="in"
          type="number"
          min="0"
          max="9999"
          aria-label="${this.name}, ${t('design.number')}"
          .value=${String(period.number)}
          @change=${(event: Event) => {
            const number = Math.round(Number((event.target as HTMLInputElement).value));
            this.send(writePeriod(Math.min(9999, Math.max(0, number || 0)), period.unit));
          }}
        /><select
          class="in"
          aria-label="${this.name}, ${t('design.counted')}"
          @change=${(event: Event) =>
            this.send(writePeriod(period.number, (event.target as HTMLSelectElement).value as PeriodUnit))}
        >
          ${this.offered(period.unit).map(
            (unit) =>
              html`<option value=${unit} ?selected=${unit === period.unit}>
                ${t(`design.period.${unit}` as Key)}
              </option>`,
          )}
        </select></span
      >
    </fieldset>`;
  }

  /** What stands there already stays to be seen, and the check says what is wrong with it. */
  private offered = (now: PeriodUnit) => [...this.units, ...(this.units.includes(now) ? [] : [now])];

  private send(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }
}

/** A period in words. */
export function periodInWords(period: string): string {
  const parsed = parsePeriod(period);
  return parsed ? t(`design.period.${parsed.unit}.n` as Key, { n: parsed.number }) : period;
}

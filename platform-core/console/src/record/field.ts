import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Person } from '../api/types/common';
import type { Choice } from '../api/types/definition';
import type { AboutAsset, Place } from '../api/types/record';
import type { Unit } from '../api/types/session';
import { findAssets } from '../asset/register';
import { label, t } from '../i18n/i18n';
import { fromInput, toInput } from '../i18n/time';
import { icon } from '../kit/icon';
import { severity } from '../kit/marks';
import { View } from '../kit/view';
import { may } from '../shell/session';
import type { FormField, Values } from './fields';
import { numberIn, numberOut } from './numbers';
import type { Involved } from './peoplefield';
import type { Ask, Choosable } from './combobox';
import { radios } from './radios';
import type { Range } from './rangefield';
import { idOf, meet, nameOf, references } from './references';
import { choosableOf, findNodes } from './tree';
import { asChoice, findUnits, unitOf, units } from './units';
import './combobox';
import './peoplefield';
import './place';
import './filesfield';
import './rangefield';
import './tablefield';

let numbers = 0;
const SEVERITIES = [0, 1, 2, 3, 4];
const GROUPS = ['severity', 'boolean', 'people', 'range', 'file', 'photo', 'table'];

/** One question with its label, help, control and error. Sends `value` with what was filled in. */
@customElement('vaksam-field')
export class Field extends View {
  @property({ attribute: false }) field!: FormField;
  @property({ attribute: false }) value: unknown = null;
  @property() error = '';
  /** What is wrong with single cells of a table, as `2.days`. */
  @property({ attribute: false }) cells: Record<string, string> = {};
  /** Finds those who may be chosen. */
  @property({ attribute: false }) findPeople: Ask = () => Promise.resolve([]);
  @property({ type: Boolean }) bare = false;
  /** Takes little room, as in a cell of a table. */
  @property({ type: Boolean }) compact = false;
  private readonly base = `field-${++numbers}`;

  protected override stores = () => [units, references];

  protected override render(): unknown {
    const { field, base } = this;
    if (field.type === 'asset' && !may('platform:assets:read')) return nothing;
    const group = GROUPS.includes(field.type) || this.radios();
    const help = label(field.help);
    const optional = field.required || this.bare ? nothing : html` <span class="opt">${t('form.optional')}</span>`;
    const heading = html`${label(field.label)}${optional}`;
    const inside = html`
      ${help ? html`<span class="hint" id="${base}-help">${help}</span>` : nothing} ${this.control()}
      ${this.error ? html`<span class="err" id="${base}-error">${icon('circle-alert')}${this.error}</span>` : nothing}
    `;
    if (group)
      return html`<fieldset class="field" aria-describedby=${this.described()}>
        <legend class=${this.bare ? 'sr' : 'label'}>${heading}</legend>
        ${inside}
      </fieldset>`;
    return html`<div class="field">
      <label class=${this.bare ? 'sr' : 'label'} for=${base}>${heading}</label>${inside}
    </div>`;
  }

  private radios = () => !this.compact && this.field.type === 'choice' && (this.field.choices?.length ?? 0) <= 4;

  private described(): string {
    return [label(this.field.help) ? `${this.base}-help` : '', this.error ? `${this.base}-error` : '']
      .filter(Boolean)
      .join(' ');
  }

  private control(): unknown {
    const { field, value } = this;
    const definition = field.definition;
    switch (field.type) {
      case 'long-text':
        return html`<textarea
          class="in"
          id=${this.base}
          rows="5"
          maxlength=${definition?.maxLength ?? 10_000}
          aria-invalid=${!!this.error}
          aria-describedby=${this.described()}
          .value=${(value as string | null) ?? ''}
          @input=${this.typed}
        ></textarea>`;
      case 'number':
      case 'money':
        return html`<span class="affix"
          >${this.input('text', numberOut(value), this.numbered, 'decimal')}<span class="m"
            >${definition?.currency === 'SEK' ? 'kr' : (definition?.currency ?? unitName(definition?.unit))}</span
          ></span
        >`;
      case 'date':
        return this.input('date', (value as string | null) ?? '', this.typed);
      case 'time':
      case 'moment':
        return this.input('datetime-local', value ? toInput(value as string) : '', (event) => {
          const text = (event.target as HTMLInputElement).value;
          this.send(text ? fromInput(text) : null);
        });
      case 'choice':
        return this.radios() ? this.radio(field.choices ?? [], value) : this.select(field.choices ?? [], value);
      case 'secrecy':
        return this.select(
          (['open', 'internal', 'restricted'] as const).map((id) => ({ id, label: both(t(`secrecy.${id}`)) })),
          value ?? 'internal',
        );
      case 'boolean':
        return this.radio(
          [
            { id: 'true', label: both(t('value.yes')) },
            { id: 'false', label: both(t('value.no')) },
          ],
          value === null || value === undefined ? null : String(value),
          (chosen) => this.send(chosen === 'true'),
        );
      case 'severity':
        return radios(
          this.base,
          SEVERITIES.map((level) => ({ id: level, face: severity(level) })),
          value,
          this.sendChoice,
        );
      case 'people':
        return html`<vaksam-people
          .roles=${definition?.roles ?? []}
          .value=${(value as Involved[] | null) ?? []}
          @change=${this.changed}
        ></vaksam-people>`;
      case 'place':
        return html`<vaksam-place
          fieldId=${this.base}
          described=${this.described()}
          ?invalid=${!!this.error}
          .value=${(value as Place | null) ?? null}
          @change=${this.changed}
        ></vaksam-place>`;
      case 'unit':
        return this.unit();
      case 'asset':
        return this.asset();
      case 'assignee':
        return this.chooser((value as Person | null) ?? null, this.findPeople);
      case 'person':
        return this.chooser(this.referred(), this.findPeople, this.refer);
      case 'tree':
        return this.chooser(value ? choosableOf(field.choices, String(value)) : null, findNodes(field.choices), (to) =>
          this.send(to?.id ?? null),
        );
      case 'range':
        return html`<vaksam-range
          fieldId=${this.base}
          described=${this.described()}
          unit=${unitName(definition?.unit)}
          ?invalid=${!!this.error}
          .value=${(value as Range | null) ?? null}
          @change=${this.changed}
        ></vaksam-range>`;
      case 'file':
      case 'photo':
        return html`<vaksam-files
          fieldId=${this.base}
          described=${this.described()}
          most=${definition?.maxCount ?? 10}
          ?photos=${field.type === 'photo'}
          ?invalid=${!!this.error}
          .value=${(value as string[] | null) ?? []}
          @change=${this.changed}
        ></vaksam-files>`;
      case 'table':
        return html`<vaksam-table
          heading=${label(field.label)}
          most=${definition?.maxRows ?? 50}
          .columns=${definition?.columns ?? []}
          .errors=${this.cells}
          .value=${(value as Values[] | null) ?? []}
          @change=${this.changed}
        ></vaksam-table>`;
      case 'text':
      case 'word':
        return this.input('text', (value as string | null) ?? '', this.typed);
    }
  }

  private input(type: string, value: string, change: (event: InputEvent) => void, mode: 'decimal' | '' = ''): unknown {
    return html`<input
      class="in ${type === 'text' && !mode ? '' : 'short'}"
      id=${this.base}
      type=${type}
      inputmode=${mode || nothing}
      maxlength=${this.field.definition?.maxLength ?? (type === 'text' ? 300 : nothing)}
      autocomplete="off"
      aria-required=${this.field.required}
      aria-invalid=${!!this.error}
      aria-describedby=${this.described()}
      .value=${value}
      @change=${change}
      @input=${type === 'text' ? change : nothing}
    />`;
  }

  private radio(choices: Choice[], value: unknown, choose: (id: string) => void = this.sendChoice): unknown {
    const named = choices.map(({ id, label: name }) => ({ id, face: label(name) }));
    return radios(this.base, named, value, choose);
  }

  private readonly sendChoice = (chosen: unknown): void => this.send(chosen);

  private select(choices: Choice[], value: unknown): unknown {
    return html`<select
      class="in short"
      id=${this.base}
      aria-invalid=${!!this.error}
      aria-describedby=${this.described()}
      @change=${(event: Event) => this.send((event.target as HTMLSelectElement).value || null)}
    >
      <option value="">${t('form.choose')}</option>
      ${choices.map(({ id, label: name }) => html`<option value=${id} ?selected=${id === value}>${label(name)}</option>`)}
    </select>`;
  }

  private unit(): unknown {
    const { value } = this;
    const unit = typeof value === 'string' ? unitOf(value) : (value as Unit | null);
    if (this.field.header) {
      const chosen = (to: Choosable | null) => this.send(to && (unitOf(to.id) ?? null));
      return this.chooser(unit ? asChoice(unit) : null, findUnits, chosen);
    }
    return this.chooser(unit ? asChoice(unit) : this.referred(), findUnits, this.refer);
  }

  private asset(): unknown {
    if (!this.field.header) return this.chooser(this.referred(), this.findAssets, this.refer);
    const asset = this.value as AboutAsset | null;
    return this.chooser(asset ? { id: asset.id, name: asset.name ?? t('asset.hidden') } : null, findAssets);
  }

  private readonly findAssets: Ask = (words) => findAssets(words, this.field.definition?.assetTypes);

  /** What an id in a field of the kind stands for. */
  private referred(): Choosable | null {
    const id = idOf(this.value);
    return id ? { id, name: nameOf(id) || t('fields.hidden') } : null;
  }

  private readonly refer = (to: Choosable | null): void => {
    if (to) meet({ [to.id]: { type: this.field.type, name: to.name } });
    this.send(to?.id ?? null);
  };

  private chooser(value: Choosable | null, ask: Ask, chosen = (to: Choosable | null) => this.send(to)): unknown {
    return html`<vaksam-combobox
      fieldId=${this.base}
      described=${this.described()}
      ?invalid=${!!this.error}
      .value=${value}
      .ask=${ask}
      @chosen=${({ detail }: CustomEvent<Choosable | null>) => chosen(detail)}
    ></vaksam-combobox>`;
  }

  private readonly changed = ({ detail }: CustomEvent): void => this.send(detail);

  private readonly typed = (event: InputEvent): void => this.send((event.target as HTMLInputElement).value);

  private readonly numbered = (event: InputEvent): void => {
    const given = numberIn((event.target as HTMLInputElement).value);
    if (typeof given !== 'string' || event.type === 'change') this.send(given);
  };

  private send(value: unknown): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('value', { detail: value }));
  }
}

const both = (word: string) => ({ sv: word, en: word });

const unitName = (unit: string | undefined) => (unit === 'day' ? t('value.days') : (unit ?? ''));

declare global {
  interface HTMLElementTagNameMap {
    'vaksam-field': Field;
  }
}

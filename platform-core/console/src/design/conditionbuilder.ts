import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Condition, KindDefinition } from '../api/types/definition';
import type { Doc } from '../api/types/design';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { icon } from '../kit/icon';
import { severityName } from '../kit/marks';
import { View } from '../kit/view';
import { formField } from '../record/fields';
import { asChoice, findUnits, unitOf, units } from '../record/units';
import '../record/combobox';
import {
  initial,
  isGroup,
  operatorsOf,
  read,
  write,
  type Built,
  type Comparison,
  type Group,
  type Operator,
} from './conditions';
import { ASKED_FIELDS } from './model';
import { choicesOf } from './conditionwords';
import { nameOf } from './part';
import './periodfield';

let numbers = 0;
const DEEPEST = 3;

/** Builds a condition out of fields, comparisons and values. Sends `change` with the condition, or undefined for always. */
@customElement('vaksam-condition')
export class ConditionBuilder extends View {
  @property({ attribute: false }) doc!: Doc;
  @property({ attribute: false }) value: Condition | undefined;
  /** Heading for those who hear it. */
  @property() name = '';
  /** A field that cannot be asked: itself. */
  @property() owner = '';
  private group: Group = { mode: 'all', of: [] };
  private written: Condition | undefined;
  private readonly base = `condition-${++numbers}`;

  protected override stores = () => [units];

  protected override willUpdate(): void {
    if (JSON.stringify(this.value) !== JSON.stringify(this.written)) {
      this.written = this.value;
      this.group = read(this.value);
    }
  }

  protected override render(): unknown {
    return html`<div class="cond" role="group" aria-label=${this.name}>
      ${this.show(this.group, (next) => this.put(next as Group), 1)}
    </div>`;
  }

  private put(group: Group): void {
    this.group = group;
    this.written = write(group);
    this.dispatchEvent(new CustomEvent('change', { detail: this.written }));
    this.requestUpdate();
  }

  private show(group: Group, put: (next: Built) => void, depth: number): unknown {
    return html`${
        group.of.length > 1 || group.mode === 'none' || depth > 1
          ? html`<select
              class="in mode"
              aria-label=${t('design.condition.mode')}
              @change=${(event: Event) =>
                put({ ...group, mode: (event.target as HTMLSelectElement).value as Group['mode'] })}
            >
              ${(['all', 'any', 'none'] as const).map(
                (mode) =>
                  html`<option value=${mode} ?selected=${mode === group.mode}>
                    ${t(`design.condition.${mode}`)}
                  </option>`,
              )}
            </select>`
          : nothing
      }
      <ul class="comparisons">
        ${group.of.map((part, at) => {
          const replace = (next: Built) => put({ ...group, of: group.of.map((one, i) => (i === at ? next : one)) });
          const drop = () => put({ ...group, of: group.of.filter((_, i) => i !== at) });
          return html`<li>
            ${isGroup(part) ? html`<div class="cond">${this.show(part, replace, depth + 1)}</div>` : this.row(part, replace)}
            <button
              class="btn quiet icon sm"
              type="button"
              aria-label=${t('design.condition.remove', { name: isGroup(part) ? '' : nameOf(this.doc, part.field) })}
              @click=${drop}
            >
              ${icon('x')}
            </button>
          </li>`;
        })}
      </ul>
      <span class="row tight">
        <button class="btn quiet sm" type="button" @click=${() => put({ ...group, of: [...group.of, this.fresh()] })}>
          ${icon('plus')}${t('design.condition.add')}
        </button>
        ${
          depth < DEEPEST && group.of.length
            ? html`<button
                class="btn quiet sm"
                type="button"
                @click=${() => put({ ...group, of: [...group.of, { mode: 'any', of: [this.fresh()] }] })}
              >
                ${icon('list-plus')}${t('design.condition.group')}
              </button>`
            : nothing
        }
      </span>`;
  }

  private get names(): string[] {
    return [...this.doc.fields.map(({ id }) => id).filter((id) => id !== this.owner), ...ASKED_FIELDS, 'channel'];
  }

  private typeOf = (name: string): string =>
    name === 'channel' ? 'channel' : (formField(name, this.doc as unknown as KindDefinition)?.type ?? 'text');

  private fresh(): Comparison {
    const field = this.names[0] ?? 'severity';
    const operator = operatorsOf(this.typeOf(field))[0]!;
    return { field, operator, value: initial(operator, this.typeOf(field)) };
  }

  private row(part: Comparison, put: (next: Comparison) => void): unknown {
    const type = this.typeOf(part.field);
    const operators = operatorsOf(type);
    return html`<span class="comparison">
      <select
        class="in"
        aria-label=${t('design.condition.field')}
        @change=${(event: Event) => {
          const field = (event.target as HTMLSelectElement).value;
          const operator = operatorsOf(this.typeOf(field))[0]!;
          put({ field, operator, value: initial(operator, this.typeOf(field)) });
        }}
      >
        ${this.names.includes(part.field) ? nothing : html`<option selected>${part.field}</option>`}
        ${this.names.map(
          (name) =>
            html`<option value=${name} ?selected=${name === part.field}>
              ${name === 'channel' ? t('design.channel') : nameOf(this.doc, name)}
            </option>`,
        )}
      </select>
      <select
        class="in"
        aria-label=${t('design.condition.operator')}
        @change=${(event: Event) => {
          const operator = (event.target as HTMLSelectElement).value as Operator;
          put({ ...part, operator, value: initial(operator, type) });
        }}
      >
        ${[...new Set([...operators, part.operator])].map(
          (operator) =>
            html`<option value=${operator} ?selected=${operator === part.operator}>
              ${t(`design.operator.${operator}` as Key)}
            </option>`,
        )}
      </select>
      ${this.control(part, type, (value) => put({ ...part, value }))}
    </span>`;
  }

  private control(part: Comparison, type: string, put: (value: unknown) => void): unknown {
    const named = t('design.condition.value');
    const select = (options: { id: string; name: string }[], value: string, chosen: (id: string) => void) =>
      html`<select
        class="in"
        aria-label=${named}
        @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}
      >
        ${options.some(({ id }) => id === value) ? nothing : html`<option value="" selected>${value || t('form.choose')}</option>`}
        ${options.map(({ id, name }) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
      </select>`;
    if (part.operator === 'isSet')
      return select(
        [
          { id: 'true', name: t('design.filled') },
          { id: 'false', name: t('design.unfilled') },
        ],
        String(part.value),
        (id) => put(id === 'true'),
      );
    if (part.operator === 'within' && type === 'unit') {
      const unit = unitOf(String(part.value));
      return html`<vaksam-combobox
        fieldId="${this.base}-unit-${part.field}"
        .value=${unit ? asChoice(unit) : part.value ? { id: String(part.value), name: String(part.value) } : null}
        .ask=${findUnits}
        @chosen=${({ detail }: CustomEvent<{ id: string } | null>) => put(detail ? (unitOf(detail.id)?.code ?? detail.id) : '')}
      ></vaksam-combobox>`;
    }
    if (part.operator === 'within')
      return html`<vaksam-period
        .value=${String(part.value)}
        name=${named}
        @change=${({ detail }: CustomEvent<string>) => put(detail)}
      ></vaksam-period>`;
    const options = this.optionsOf(part.field, type);
    if (part.operator === 'in' && options) return this.several(part, options, put);
    if (options) return select(options, String(part.value), (id) => put(plain(type, id)));
    return html`<input
      class="in"
      aria-label=${named}
      .value=${Array.isArray(part.value) ? part.value.join(', ') : String(part.value ?? '')}
      @change=${(event: Event) => put(given((event.target as HTMLInputElement).value, part, type))}
    />`;
  }

  private several(part: Comparison, options: { id: string; name: string }[], put: (value: unknown) => void): unknown {
    const chosen = new Set(Array.isArray(part.value) ? part.value.map(String) : []);
    return html`<span class="ticks" role="group" aria-label=${t('design.condition.value')}
      >${options.map(
        ({ id, name }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${chosen.has(id)}
              @change=${() => {
                if (!chosen.delete(id)) chosen.add(id);
                put(options.filter((option) => chosen.has(option.id)).map((option) => option.id));
              }}
            />${name}</label
          >`,
      )}</span
    >`;
  }

  private optionsOf(field: string, type: string): { id: string; name: string }[] | null {
    if (type === 'boolean')
      return [
        { id: 'true', name: t('value.yes') },
        { id: 'false', name: t('value.no') },
      ];
    if (type === 'severity') return [0, 1, 2, 3, 4].map((level) => ({ id: String(level), name: severityName(level) }));
    if (type === 'secrecy')
      return (['open', 'internal', 'restricted'] as const).map((id) => ({ id, name: t(`secrecy.${id}`) }));
    if (type === 'channel')
      return (['console', 'api', 'public', 'import'] as const).map((id) => ({ id, name: t(`design.channel.${id}`) }));
    const choices = this.doc.fields.find(({ id }) => id === field)?.choices;
    return choices ? choicesOf(choices) : null;
  }
}

function plain(type: string, id: string): unknown {
  if (type === 'boolean') return id === 'true';
  return type === 'severity' ? Number(id) : id;
}

function given(text: string, part: Comparison, type: string): unknown {
  const numeric = ['number', 'money', 'severity'].includes(type) || ['atLeast', 'atMost'].includes(part.operator);
  if (part.operator === 'in')
    return text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  if (!numeric) return text;
  const number = Number(text.replace(/\s/g, '').replace(',', '.'));
  return Number.isNaN(number) ? 0 : number;
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChoiceNode, DesignField } from '../api/types/design';
import type { Condition } from '../api/types/definition';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import './choiceeditor';
import './conditionbuilder';
import { COLUMN_TYPES, FACETS, FIELD_TYPES, MEASURES, typeName } from './fieldtypes';
import { chooser, line, listed, movers, numeric, tick, words, wrongs } from './inputs';
import { free, idFrom, moved, nameField, ofType, place, replaced, setField, without } from './model';
import { Part } from './part';

/** Everything about one field of the form. Sends `pick` when the field changes its name, `gone` when it is taken out. */
@customElement('vaksam-field-panel')
export class FieldPanel extends Part {
  @property() fieldId = '';

  private get field(): DesignField | undefined {
    return this.doc.fields.find(({ id }) => id === this.fieldId);
  }

  protected override render(): unknown {
    const field = this.field;
    if (!field)
      return html`<h2>${t('design.field')}</h2>
        <h3>${this.fieldName(this.fieldId)}</h3>
        <p class="m2 s">${t('design.field.header')}</p>
        ${this.placing()}`;
    const key = `field.${field.id}`;
    return html`<h2>${t('design.field')}</h2>
      <h3 class="row">${icon(FIELD_TYPES[field.type])}${label(field.label) || field.id}</h3>
      ${wrongs(this.faultsAt(`fields[${field.id}]`))}
      ${words(key, 'design.label', field.label, (text) => this.set({ label: text }, 'label'), this.named)}
      ${chooser(
        `${key}.type`,
        t('design.type'),
        field.type,
        Object.keys(FIELD_TYPES).map((id) => ({ id, name: typeName(id) })),
        (type) =>
          this.change({
            ...this.doc,
            fields: this.doc.fields.map((one) => (one.id === field.id ? ofType(one, type) : one)),
          }),
      )}
      ${tick('design.required', field.required, (required) => this.set({ required }))} ${this.particular(field)}
      <details open>
        <summary>${t('design.showIf')}</summary>
        <vaksam-condition
          .doc=${this.doc}
          .value=${field.showIf}
          owner=${field.id}
          name=${t('design.showIf')}
          @change=${({ detail }: CustomEvent<Condition | undefined>) => this.set({ showIf: detail })}
        ></vaksam-condition>
      </details>
      <details>
        <summary>${t('design.help')}</summary>
        ${words(`${key}.help`, 'design.help', field.help, (help) => this.set({ help: help.sv || help.en ? help : undefined }, 'help'))}
      </details>
      <details>
        <summary>${t('design.handling')}</summary>
        ${tick('design.sensitive', field.sensitive, (sensitive) => this.set({ sensitive }))}
        ${FACETS.includes(field.type) ? tick('design.facet', field.facet, (facet) => this.set({ facet })) : nothing}
        ${
          MEASURES.includes(field.type)
            ? tick('design.measure', field.measure === 'sum', (sum) => this.set({ measure: sum ? 'sum' : undefined }))
            : nothing
        }
        ${line(`${key}.ground`, 'design.ground', field.secrecy?.ground, (ground) => this.set({ secrecy: ground ? { ground } : undefined }, 'ground'), 'design.ground.why')}
        ${this.initial(field)}
      </details>
      ${this.placing()}`;
  }

  private set(change: Record<string, unknown>, what = ''): void {
    this.change(setField(this.doc, this.fieldId, change as Partial<DesignField>), what && `${this.fieldId}.${what}`);
  }

  private readonly named = (): void => {
    const { doc, id } = nameField(this.doc, this.fieldId);
    if (id === this.fieldId) return;
    this.change(doc, `${this.fieldId}.label`);
    this.dispatchEvent(new CustomEvent('pick', { detail: id }));
  };

  private particular(field: DesignField): unknown {
    const key = `field.${field.id}`;
    const number = (name: 'min' | 'max' | 'maxLength' | 'maxCount' | 'minRows' | 'maxRows') =>
      numeric(`${key}.${name}`, `design.${name}`, field[name], (value) => this.set({ [name]: value }));
    switch (field.type) {
      case 'text':
        return html`${number('maxLength')}
        ${line(`${key}.pattern`, 'design.pattern', field.pattern, (pattern) => this.set({ pattern }, 'pattern'), 'design.pattern.why')}`;
      case 'long-text':
        return number('maxLength');
      case 'number':
      case 'range':
        return html`<div class="pair">${number('min')}${number('max')}</div>
          ${line(`${key}.unit`, 'design.measured', field.unit, (unit) => this.set({ unit }, 'unit'))}`;
      case 'money':
        return html`<div class="pair">${number('min')}${number('max')}</div>
          ${line(`${key}.currency`, 'design.currency', field.currency, (currency) => this.set({ currency: currency.toUpperCase() }, 'currency'))}`;
      case 'choice':
      case 'tree':
        return html`<vaksam-choices
          .value=${field.choices ?? []}
          ?tree=${field.type === 'tree'}
          @change=${({ detail }: CustomEvent<ChoiceNode[]>) => this.set({ choices: detail }, 'choices')}
        ></vaksam-choices>`;
      case 'people':
        return line(
          `${key}.roles`,
          'design.roles',
          field.roles?.join(', '),
          (roles) => this.set({ roles: listed(roles) }, 'roles'),
          'design.commas',
        );
      case 'asset':
        return line(
          `${key}.assetTypes`,
          'design.assetTypes',
          field.assetTypes?.join(', '),
          (types) => this.set({ assetTypes: listed(types).length ? listed(types) : undefined }, 'assetTypes'),
          'design.commas',
        );
      case 'file':
      case 'photo':
        return number('maxCount');
      case 'table':
        return html`${this.columns(field)}
          <div class="pair">${number('minRows')}${number('maxRows')}</div>`;
      default:
        return nothing;
    }
  }

  private columns(field: DesignField): unknown {
    const columns = field.columns ?? [];
    const put = (next: DesignField[], what = '') => this.set({ columns: next }, what);
    return html`<fieldset class="field choices">
      <legend class="label">${t('design.columns')}</legend>
      <ul>
        ${columns.map((column, at) => {
          const name = label(column.label) || column.id;
          const key = `field.${field.id}.column.${at}`;
          const set = (change: Partial<DesignField>, what = '') =>
            put(replaced(columns, at, { ...column, ...change }), what);
          return html`<li class="column">
            <div class="row between">
              <b class="b">${name}</b>${movers(name, {
                up: at > 0 ? () => put(moved(columns, at, -1)) : null,
                down: at < columns.length - 1 ? () => put(moved(columns, at, 1)) : null,
                remove: () => put(without(columns, at)),
              })}
            </div>
            ${words(
              key,
              'design.label',
              column.label,
              (text) => set({ label: text }, `column.${at}`),
              () => this.columnNamed(columns, at, put),
            )}
            ${chooser(
              `${key}.type`,
              t('design.type'),
              column.type,
              COLUMN_TYPES.map((id) => ({ id, name: typeName(id) })),
              (type) => put(replaced(columns, at, ofType(column, type))),
            )}
            ${tick('design.required', column.required, (required) => set({ required }))}
            ${
              column.type === 'choice' || column.type === 'tree'
                ? html`<vaksam-choices
                    .value=${column.choices ?? []}
                    ?tree=${column.type === 'tree'}
                    @change=${({ detail }: CustomEvent<ChoiceNode[]>) => set({ choices: detail }, `choices.${at}`)}
                  ></vaksam-choices>`
                : column.type === 'money'
                  ? line(`${key}.currency`, 'design.currency', column.currency, (currency) =>
                      set({ currency: currency.toUpperCase() }),
                    )
                  : nothing
            }
          </li>`;
        })}
      </ul>
      <button
        class="btn quiet sm"
        type="button"
        @click=${() =>
          put([
            ...columns,
            {
              id: free(
                'column',
                columns.map(({ id }) => id),
              ),
              type: 'text',
              label: { sv: 'Ny kolumn', en: 'New column' },
            },
          ])}
      >
        ${icon('plus')}${t('design.column.add')}
      </button>
    </fieldset>`;
  }

  private columnNamed(columns: DesignField[], at: number, put: (next: DesignField[]) => void): void {
    const column = columns[at]!;
    if (!/^column\d*$/.test(column.id)) return;
    const id = free(
      idFrom(column.label.en || column.label.sv, column.id),
      columns.map((one) => one.id),
    );
    if (!/^column\d*$/.test(id)) put(replaced(columns, at, { ...column, id }));
  }

  /** What a new record says when nobody says otherwise, for types where that is one word. */
  private initial(field: DesignField): unknown {
    const key = `field.${field.id}.default`;
    const set = (value: unknown) => this.set({ default: value === '' ? undefined : value }, 'default');
    switch (field.type) {
      case 'choice':
        return chooser(
          key,
          t('design.default'),
          String(field.default ?? ''),
          [
            { id: '', name: t('design.default.none') },
            ...(field.choices ?? []).map(({ id, label: name }) => ({ id, name: label(name) || id })),
          ],
          set,
        );
      case 'boolean':
        return chooser(
          key,
          t('design.default'),
          String(field.default ?? ''),
          [
            { id: '', name: t('design.default.none') },
            { id: 'true', name: t('value.yes') },
            { id: 'false', name: t('value.no') },
          ],
          (value) =>
            this.change({
              ...this.doc,
              fields: this.doc.fields.map((one) => {
                if (one.id !== field.id) return one;
                const { default: _before, ...rest } = one;
                return value === '' ? rest : { ...rest, default: value === 'true' };
              }),
            }),
        );
      case 'text':
      case 'long-text':
        return line(key, 'design.default', field.default as string | undefined, set);
      case 'number':
      case 'money':
        return numeric(key, 'design.default', field.default as number | undefined, set);
      default:
        return nothing;
    }
  }

  private placing(): unknown {
    const { layout } = this.doc;
    const now = layout.findIndex(({ fields }) => fields.includes(this.fieldId));
    return html`${chooser(
        `field.${this.fieldId}.group`,
        t('design.group'),
        String(now),
        layout.map(({ group }, at) => ({ id: String(at), name: label(group) })),
        (group) => this.change(place(this.doc, this.fieldId, Number(group))),
      )}
      <button
        class="btn sm danger"
        type="button"
        @click=${() => this.dispatchEvent(new CustomEvent('gone', { detail: this.fieldId }))}
      >
        ${icon('trash-2')}${t('design.field.remove')}
      </button>`;
  }
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FieldDefinition } from '../api/types/definition';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { isEmpty, questionOf, type Values } from './fields';

const MOST = 50;

/** Rows of a table, a question in each cell. Sends `change` with the rows. */
@customElement('vaksam-table')
export class TableField extends View {
  @property({ attribute: false }) columns: FieldDefinition[] = [];
  @property({ attribute: false }) value: Values[] = [];
  /** What is wrong with single cells, as `2.days`. */
  @property({ attribute: false }) errors: Record<string, string> = {};
  @property() heading = '';
  @property({ type: Number }) most = MOST;

  protected override render(): unknown {
    return html`<div class="table-field">
      ${
        this.value.length
          ? html`<table class="cells" aria-label=${this.heading}>
              <thead>
                <tr>
                  ${this.columns.map(
                    ({ label: name, required }) =>
                      html`<th scope="col">
                        ${label(name)}${required ? nothing : html` <span class="opt">${t('form.optional')}</span>`}
                      </th>`,
                  )}
                  <th><span class="sr">${t('fields.row.remove')}</span></th>
                </tr>
              </thead>
              <tbody>
                ${this.value.map((row, at) => this.row(row, at))}
              </tbody>
            </table>`
          : nothing
      }
      ${
        this.value.length < this.most
          ? html`<button class="btn sm" type="button" @click=${this.add}>${icon('plus')}${t('fields.row.add')}</button>`
          : nothing
      }
    </div>`;
  }

  private row(row: Values, at: number): unknown {
    const cell = (column: FieldDefinition) =>
      html`<td data-name=${label(column.label)}>
        <vaksam-field
          bare
          compact
          .field=${questionOf(column, t('fields.cell', { what: label(column.label), n: at + 1 }))}
          .value=${row[column.id] ?? null}
          .error=${this.errors[`${at}.${column.id}`] ?? ''}
          @value=${(event: CustomEvent) => this.change(at, column.id, event.detail)}
        ></vaksam-field>
      </td>`;
    return html`<tr>
      ${this.columns.map(cell)}
      <td class="cell-end">
        <button
          class="btn quiet icon"
          type="button"
          aria-label=${t('fields.row.remove.n', { n: at + 1 })}
          @click=${() => this.send(this.value.filter((_, index) => index !== at))}
        >
          ${icon('x')}
        </button>
      </td>
    </tr>`;
  }

  private readonly add = async (): Promise<void> => {
    this.send([...this.value, {}]);
    await this.updateComplete;
    const last = this.querySelector('tbody tr:last-child vaksam-field') as View | null;
    await last?.updateComplete;
    last?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  };

  private change(at: number, column: string, value: unknown): void {
    const rows = this.value.map((row, index) => (index === at ? { ...row, [column]: value } : row));
    this.send(rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => !isEmpty(cell)))));
  }

  private send(rows: Values[]): void {
    this.value = rows;
    this.dispatchEvent(new CustomEvent('change', { detail: rows }));
  }
}

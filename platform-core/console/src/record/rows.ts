import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TypeDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { briefly, clock, dayHeading, dayOf } from '../i18n/time';
import { icon } from '../kit/icon';
import { severity, state } from '../kit/marks';
import { View } from '../kit/view';
import { listAddress, listTitle, type Found } from '../shell/areas';
import { place, query } from '../shell/router';
import { placeBeside } from './names';
import { chosenColumns, columns, type Column } from './columns';
import { titleOf } from './withheld';
import { kindName, kindOf } from './definitions';

const DAYS = new Set(['occurredAt', 'createdAt', 'updatedAt']);

/** The table of a list; two lines a record on a phone. Sends `selection`. */
@customElement('vaksam-rows')
export class Rows extends View {
  @property({ attribute: false }) found!: Found;
  @property({ attribute: false }) definition: TypeDefinition | null = null;
  @property({ attribute: false }) records: RecordDoc[] | null = null;
  @property({ attribute: false }) selected = new Set<string>();
  @property({ attribute: false }) at = -1;

  protected override stores = () => [place];

  protected override updated(changed: PropertyValues): void {
    if (changed.has('at') && this.at >= 0) this.querySelector('.is-cursor')?.scrollIntoView({ block: 'nearest' });
  }

  private get sort(): string {
    const { query: now } = place.value;
    return now.get('sort') ?? (now.get('q') ? 'relevance' : '-occurredAt');
  }

  protected override render(): unknown {
    const chosen = chosenColumns(place.value.query);
    const shown = columns(this.definition, false).filter(({ id }) => id === 'title' || chosen.includes(id));
    const field = this.sort.replace('-', '');
    const grouped = DAYS.has(field) && shown.some(({ id }) => id === field) ? field : '';
    return html`<table class="grid">
        <caption class="sr">
          ${listTitle(this.found)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${this.all()}</th>
            <th scope="col">
              ${this.sorter('severity', html`<span class="sr">${t('column.severity')}</span>${icon('arrow-up-down', 'i-s')}`)}
            </th>
            ${shown.map((column) => this.heading(column))}
          </tr>
        </thead>
        <tbody>
          ${this.records ? this.lines(shown, grouped) : this.blank(shown.length + 2)}
        </tbody>
      </table>
      ${this.phone(grouped)}`;
  }

  private all(): unknown {
    const records = this.records ?? [];
    const some = this.selected.size > 0;
    return html`<input
      type="checkbox"
      class="box ${some && this.selected.size < records.length ? 'mixed' : ''}"
      aria-label=${t('list.all', { n: records.length })}
      .checked=${some && this.selected.size === records.length}
      @change=${() => this.send(new Set(some ? [] : records.map(({ id }) => id)))}
    />`;
  }

  private heading({ id, name, sort, numeric }: Column): unknown {
    const now = this.sort;
    const direction =
      sort && now.replace('-', '') === sort ? (now.startsWith('-') ? 'descending' : 'ascending') : nothing;
    return html`<th scope="col" class="${numeric ? 'n' : ''} c-${id.replace('.', '-')}" aria-sort=${direction}>
      ${sort ? this.sorter(sort, html`${name}${direction === nothing ? nothing : icon(direction === 'descending' ? 'arrow-down' : 'arrow-up', 'i-s')}`) : name}
    </th>`;
  }

  private sorter(sort: string, face: unknown): unknown {
    const now = this.sort;
    const first = sort === 'title' || sort === 'number' ? sort : `-${sort}`;
    const other = first.startsWith('-') ? sort : `-${sort}`;
    const next = now === first ? other : first;
    return html`<button
      type="button"
      @click=${() => query({ sort: next === '-occurredAt' ? null : next, cursor: null, page: null })}
    >
      ${face}
    </button>`;
  }

  private lines(shown: Column[], grouped: string): unknown {
    let day = '';
    return (this.records ?? []).map((record, index) => {
      const at = grouped ? (record[grouped as 'occurredAt'] ?? '') : '';
      const here = at ? dayOf(at) : grouped ? 'none' : '';
      const heading =
        here !== day
          ? html`<tr class="day">
              <th scope="rowgroup" colspan=${shown.length + 2}>
                ${here === 'none' ? t('list.undated') : dayHeading(here)}
              </th>
            </tr>`
          : nothing;
      day = here;
      return html`${heading}${this.line(record, index, shown, grouped)}`;
    });
  }

  private line(record: RecordDoc, index: number, shown: Column[], grouped: string): unknown {
    const selected = this.selected.has(record.id);
    return html`<tr class="${selected ? 'is-sel' : ''} ${index === this.at ? 'is-cursor' : ''}">
      <td>
        <input
          type="checkbox"
          class="box"
          aria-label=${t('list.select', { number: record.number })}
          .checked=${selected}
          @change=${() => this.toggle(record.id)}
        />
      </td>
      <td>${severity(record.severity, true)}</td>
      ${shown.map((column) =>
        column.id === 'title'
          ? html`<td class="t">
              <a class="title" href=${this.to(record)}>${titleOf(record)}</a>
              ${shown.some(({ id }) => id === 'place') ? nothing : html`<span class="place">${placeBeside(record)}</span>`}
              ${record.secrecy === 'restricted' ? html`<span class="m" title=${t('secrecy.restricted')}>${icon('lock-keyhole', 'i-s')}</span>` : nothing}
            </td>`
          : html`<td class="${column.numeric ? 'n m2' : ''} c-${column.id.replace('.', '-')}">
              ${column.cell(record, column.id === grouped)}
            </td>`,
      )}
    </tr>`;
  }

  private readonly to = (record: RecordDoc) => `${listAddress(this.found)}/${record.number || record.id}`;

  private phone(grouped: string): unknown {
    let day = '';
    if (!this.records)
      return html`<ul class="only-phone" aria-hidden="true">
        ${Array.from({ length: 8 }, () => html`<li class="phone-skel"><span class="skel w70"></span><span class="skel w50"></span></li>`)}
      </ul>`;
    return html`<ul class="only-phone" aria-label=${listTitle(this.found)}>
      ${this.records.map((record) => {
        const at = grouped ? record[grouped as 'occurredAt'] : record.occurredAt;
        const here = grouped && at ? dayOf(at) : '';
        const heading = here && here !== day ? html`<li class="phone-day">${dayHeading(here)}</li>` : nothing;
        day = here;
        return html`${heading}
          <li>
            <a href=${this.to(record)}
              >${severity(record.severity, true)}<span class="tt">${titleOf(record)}</span
              ><span class="m s num">${at ? (here ? clock(at) : briefly(at)) : ''}</span
              ><span class="s m2 second"
                >${state(record.state, kindOf(this.definition, record.kind)?.states ?? [])}<span
                  >${[kindName(this.definition, record.kind), placeBeside(record)].filter(Boolean).join(' · ')}</span
                ></span
              ></a
            >
          </li>`;
      })}
    </ul>`;
  }

  private blank(width: number): unknown {
    return Array.from(
      { length: 14 },
      (_, at) =>
        html`<tr aria-hidden="true">
          <td></td>
          <td colspan=${width - 1}><span class="skel ${['w60', 'w70', 'w50', 'w80'][at % 4]}"></span></td>
        </tr>`,
    );
  }

  private toggle(id: string): void {
    const next = new Set(this.selected);
    if (!next.delete(id)) next.add(id);
    this.send(next);
  }

  private send(selection: Set<string>): void {
    this.dispatchEvent(new CustomEvent('selection', { detail: selection }));
  }
}

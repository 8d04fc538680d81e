import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ActionDoc } from '../api/types/work';
import { t } from '../i18n/i18n';
import { addDays, addMonths, longDay, monthName, today, weekdayName } from '../i18n/time';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { place, query } from '../shell/router';
import type { Item } from './items';

const WEEK = 7;

/** The Monday on or before the first of the month, and the days until the Sunday on or after its last. */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % WEEK;
  const start = addDays(first, -weekday);
  const next = addMonths(first, 1);
  const days: string[] = [];
  for (let day = start; day < next || days.length % WEEK; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What is due on which day of a month. */
@customElement('vaksam-month')
export class Month extends View {
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) open: (action: ActionDoc) => void = () => undefined;

  protected override stores = () => [place];

  private get month(): string {
    const asked = place.value.query.get('month') ?? '';
    return /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today().slice(0, WEEK);
  }

  protected override render(): unknown {
    const { month } = this;
    const days = daysOfMonth(month);
    const turn = (by: number, name: string, picture: string) =>
      html`<button
        class="btn icon sm"
        type="button"
        aria-label=${name}
        @click=${() => query({ month: addMonths(`${month}-01`, by).slice(0, WEEK) })}
      >
        ${icon(picture)}
      </button>`;
    return html`<div class="row month-head">
        ${turn(-1, t('work.before'), 'chevron-left')} ${turn(1, t('work.after'), 'chevron-right')}
        <h2>${monthName(month, 'long')} ${month.slice(0, 4)}</h2>
      </div>
      <table class="month">
        <thead>
          <tr>
            ${Array.from({ length: WEEK }, (_, at) => html`<th scope="col">${weekdayName(at + 1)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: days.length / WEEK },
            (_, week) =>
              html`<tr>
                ${days.slice(week * WEEK, (week + 1) * WEEK).map((day) => this.day(day, month))}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private day(day: string, month: string): unknown {
    const due = this.items.filter((item) => item.day === day);
    const look = [day.startsWith(month) ? '' : 'beyond', due.length ? '' : 'free'].join(' ');
    return html`<td class=${look} aria-current=${day === today() ? 'date' : nothing}>
      <time datetime=${day} aria-label=${longDay(day)}>${Number(day.slice(8))}</time>
      ${
        due.length
          ? html`<ul>
              ${due.map((item) => html`<li class=${item.overdue ? 'late' : ''}>${this.entry(item)}</li>`)}
            </ul>`
          : nothing
      }
    </td>`;
  }

  private entry(item: Item): unknown {
    const face = html`${icon(item.kind === 'action' ? 'circle-check' : 'clock', 'i-s')}<span>${item.title}</span>`;
    if (item.kind === 'action')
      return html`<button class="link" type="button" title=${item.title} @click=${() => this.open(item.action)}>
        ${face}
      </button>`;
    return item.address ? html`<a href=${item.address} title=${item.title}>${face}</a>` : face;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { number, t } from '../i18n/i18n';
import { monthName, weekdayName } from '../i18n/time';
import type { Heat, HeatRow } from './figures';

/** Below this mean a row says too little to be coloured by it. */
const FEW = 3;
const LIMITS = [0.55, 0.85, 1.15, 1.5, 2];
const WIDE = 14;

/** How the cells of a heat table are read, and where they lead. */
export interface HeatLook {
  title: string;
  name: (key: string, label: string) => string;
  /** What a column is called; those of months by themselves. */
  columnName?: (key: string) => string;
  link: (filters: Record<string, string>) => string | null;
  format?: (value: number | null) => string;
  /** Whether the numbers are so many of something: a handful is never much. */
  counted?: boolean;
}

/** The step of the ramp for a count, compared with the mean of its row. */
export function heatStep(count: number, mean: number, few = FEW): number {
  if (count === 0) return 0;
  const step = LIMITS.findIndex((limit) => count / Math.max(mean, few) < limit);
  return step < 0 ? LIMITS.length : step;
}

const isHot = (count: number, mean: number) => count >= 5 && count >= 2 * mean;

function meanOf({ counts }: HeatRow): number {
  const known = counts.filter((count) => count !== null);
  return known.reduce((sum, count) => sum + count, 0) / Math.max(known.length, 1);
}

/** The cell that stands out most, for the heading. */
export function peak({ rows, columns }: Heat): { name: string; month: string; n: number } | null {
  let found: { name: string; month: string; n: number; ratio: number } | null = null;
  for (const row of rows) {
    const mean = meanOf(row);
    row.counts.forEach((n, at) => {
      if (n === null) return;
      const ratio = n / Math.max(mean, 1);
      if (isHot(n, mean) && ratio > (found?.ratio ?? 0)) found = { name: row.name, month: columns[at] ?? '', n, ratio };
    });
  }
  return found;
}

function columnHead({ along, columns }: Heat, at: number, name: HeatLook['columnName']): unknown {
  const key = columns[at] ?? '';
  if (key === 'none' || !['month', 'weekday', 'hour'].includes(along))
    return html`<span class="cut-head" title=${name?.(key) ?? key}>${name?.(key) ?? key}</span>`;
  if (along === 'hour') return key.padStart(2, '0');
  if (along === 'weekday') return weekdayName(Number(key)).slice(0, 3);
  return html`${monthName(key)}${at === 0 || key.endsWith('-01') ? html`<br /><span class="s">${key.slice(0, 4)}</span>` : nothing}`;
}

/** One dimension by another, every number a link to exactly its records. */
export function heatTable(heat: Heat, look: HeatLook): TemplateResult {
  const { by, along, columns, rows, hidden } = heat;
  const { title, name, link, counted = true } = look;
  const format = look.format ?? ((value: number | null) => (value === null ? '–' : number(value)));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="heat ${columns.length > WIDE ? 'narrow' : ''} ${along === 'month' ? '' : 'named'}">
        <thead>
          <tr>
            <th scope="col"><span class="sr">${t('top.name')}</span></th>
            ${columns.map((_key, at) => html`<th scope="col">${columnHead(heat, at, look.columnName)}</th>`)}
            <th scope="col" class="tot">${counted ? t('heat.sum') : t('heat.all')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const mean = meanOf(row);
            const shown = name(row.key, row.name);
            const led = (to: string | null, body: unknown) =>
              to ? html`<a class="plain" href=${to}>${body}</a>` : body;
            return html`<tr>
              <th scope="row" title=${shown}>${led(link({ [by]: row.key }), shown)}</th>
              ${row.counts.map((count, at) => {
                const hot = counted && count !== null && isHot(count, mean);
                const to = link({ [by]: row.key, [along]: columns[at] ?? '' });
                const said = hot ? t('heat.hot', { n: count }) : nothing;
                const step = count === null ? 'none' : heatStep(count, mean, counted ? FEW : 0);
                return html`<td class="h${step} ${hot ? 'hot' : ''}">
                  ${to ? html`<a href=${to} aria-label=${said}>${format(count)}</a>` : html`<span class="cell">${format(count)}</span>`}
                </td>`;
              })}
              <td class="tot">${led(link({ [by]: row.key }), format(row.total))}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${hidden ? html`<p class="s m">${t('heat.rest', { n: hidden })}</p>` : nothing}`;
}

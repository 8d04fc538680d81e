import { html, nothing, type TemplateResult } from 'lit';
import { number, t } from '../i18n/i18n';
import { monthName } from '../i18n/time';
import type { Heat } from './figures';

/** Below this mean a row says too little to be coloured by it. */
const FEW = 3;
const LIMITS = [0.55, 0.85, 1.15, 1.5, 2];

/** The step of the ramp for a count, compared with the mean of its row. */
export function heatStep(count: number, mean: number): number {
  if (count === 0) return 0;
  const step = LIMITS.findIndex((limit) => count / Math.max(mean, FEW) < limit);
  return step < 0 ? LIMITS.length : step;
}

const isHot = (count: number, mean: number) => count >= 5 && count >= 2 * mean;

/** The cell that stands out most, for the heading. */
export function peak({ rows, months }: Heat): { name: string; month: string; n: number } | null {
  let found: { name: string; month: string; n: number; ratio: number } | null = null;
  for (const { name, counts, total } of rows) {
    const mean = total / Math.max(months.length, 1);
    counts.forEach((n, at) => {
      const ratio = n / Math.max(mean, 1);
      if (isHot(n, mean) && ratio > (found?.ratio ?? 0)) found = { name, month: months[at] ?? '', n, ratio };
    });
  }
  return found;
}

/** Month by something, every number a link to exactly its records. */
export function heatTable(
  heat: Heat,
  title: string,
  name: (key: string, label: string) => string,
  link: (filters: Record<string, string>) => string,
): TemplateResult {
  const { by, months, rows, hidden } = heat;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="heat ${months.length > 14 ? 'narrow' : ''}">
        <thead>
          <tr>
            <th scope="col"><span class="sr">${t('top.name')}</span></th>
            ${months.map((month, at) => html`<th scope="col">${monthName(month)}${at === 0 || month.endsWith('-01') ? html`<br /><span class="s">${month.slice(0, 4)}</span>` : nothing}</th>`)}
            <th scope="col" class="tot">${t('heat.sum')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ key, name: label, counts, total }) => {
            const mean = total / Math.max(months.length, 1);
            return html`<tr>
              <th scope="row" title=${name(key, label)}>
                <a class="plain" href=${link({ [by]: key })}>${name(key, label)}</a>
              </th>
              ${counts.map((count, at) => {
                const hot = isHot(count, mean);
                return html`<td class="h${heatStep(count, mean)} ${hot ? 'hot' : ''}">
                  <a
                    href=${link({ [by]: key, month: months[at] ?? '' })}
                    aria-label=${hot ? t('heat.hot', { n: count }) : nothing}
                    >${number(count)}</a
                  >
                </td>`;
              })}
              <td class="tot"><a class="plain" href=${link({ [by]: key })}>${number(total)}</a></td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${hidden ? html`<p class="s m">${t('heat.rest', { n: hidden })}</p>` : nothing}`;
}

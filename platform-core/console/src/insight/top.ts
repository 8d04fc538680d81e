import { html, nothing, type TemplateResult } from 'lit';
import { number, t } from '../i18n/i18n';
import { css } from '../kit/css';
import type { Bar } from './figures';

const signed = (difference: number) => (difference === 0 ? '±0' : number(difference, { signDisplay: 'always' }));

/** How bars are read; as plain numbers when nothing is said. */
export interface BarLook {
  format?: (value: number) => string;
  difference?: (by: number) => string;
}

/** The biggest, with a line for the period before; as a table when asked for. */
export function topList(
  bars: Bar[],
  link: (key: string) => string | null,
  name: (bar: Bar) => string,
  asTable: boolean,
  { format = (value) => number(value), difference = signed }: BarLook = {},
): TemplateResult {
  if (asTable)
    return html`<table class="grid plain flush">
      <thead>
        <tr>
          <th scope="col">${t('top.name')}</th>
          <th scope="col" class="n">${t('top.count')}</th>
          <th scope="col" class="n">${t('series.before')}</th>
          <th scope="col" class="n">${t('top.diff')}</th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(
          (bar) =>
            html`<tr>
              <td>${name(bar)}</td>
              <td class="n"><a href=${link(bar.key) ?? nothing}>${format(bar.now)}</a></td>
              <td class="n m2">${format(bar.before ?? 0)}</td>
              <td class="n m2">${difference(bar.now - (bar.before ?? 0))}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  const most = Math.max(...bars.flatMap(({ now, before }) => [now, before ?? 0]), Number.MIN_VALUE);
  const part = (value: number) => `${(Math.max(value, 0) / most) * 100}%`;
  return html`<ol class="top10 ${bars.some(({ before }) => before !== null) ? '' : 'alone'}">
    ${bars.map(({ before, ...bar }) => {
      const by = bar.now - (before ?? 0);
      const much = before !== null && before > 0 && by >= 5 && bar.now >= before * 1.25;
      const shown = name({ ...bar, before });
      const to = link(bar.key) ?? nothing;
      return html`<li>
        <a href=${to} title=${shown} aria-label=${to === nothing ? nothing : `${shown}: ${format(bar.now)}`}>${shown}</a
        ><span class="b2" aria-hidden="true"
          ><i ${css({ width: part(bar.now) })}></i
          >${before ? html`<s ${css({ left: part(before) })}></s>` : nothing}</span
        ><a class="n b" href=${to} tabindex="-1" aria-hidden="true">${format(bar.now)}</a
        >${before === null ? nothing : html`<span class="n s ${much ? 'bad b' : 'm'}">${before ? difference(by) : ''}</span>`}
      </li>`;
    })}
  </ol>`;
}

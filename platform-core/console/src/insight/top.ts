import { html, nothing, type TemplateResult } from 'lit';
import { number, t } from '../i18n/i18n';
import { css } from '../kit/css';
import type { Bar } from './figures';

const signed = (difference: number) => (difference === 0 ? '±0' : number(difference, { signDisplay: 'always' }));

/** The biggest, with a line for the year before; as a table when asked for. */
export function topList(
  bars: Bar[],
  link: (key: string) => string,
  name: (bar: Bar) => string,
  asTable: boolean,
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
              <td class="n"><a href=${link(bar.key)}>${number(bar.now)}</a></td>
              <td class="n m2">${number(bar.before)}</td>
              <td class="n m2">${signed(bar.now - bar.before)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  const most = Math.max(...bars.flatMap(({ now, before }) => [now, before]), 1);
  return html`<ol class="top10">
    ${bars.map((bar) => {
      const difference = bar.now - bar.before;
      const much = bar.before > 0 && difference >= 5 && bar.now >= bar.before * 1.25;
      return html`<li>
        <a href=${link(bar.key)} title=${name(bar)}>${name(bar)}</a
        ><span class="b2" aria-hidden="true"
          ><i ${css({ width: `${(bar.now / most) * 100}%` })}></i
          >${bar.before ? html`<s ${css({ left: `${(bar.before / most) * 100}%` })}></s>` : nothing}</span
        ><a class="n b" href=${link(bar.key)} tabindex="-1" aria-hidden="true">${number(bar.now)}</a
        ><span class="n s ${much ? 'bad b' : 'm'}">${bar.before ? signed(difference) : ''}</span>
      </li>`;
    })}
  </ol>`;
}

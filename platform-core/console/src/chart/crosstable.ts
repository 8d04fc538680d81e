import { html, nothing, type TemplateResult } from 'lit';
import { number, t } from '../i18n/i18n';
import { briefName, dimensionName } from './dimensions';
import type { Amount, Line } from './grid';
import { amount, difference, measureName, type Measure } from './measures';
import { comparedName } from './naming';
import { earlierLink, linkOf, type Scene } from './scene';

const MOST_ROWS = 500;
const MOST_COLUMNS = 60;

/** Every number of a chart with sums in the margins, each a link to exactly its records. */
export function crossTable(scene: Scene): TemplateResult {
  const { grid, words, title } = scene;
  const { measures, compared } = grid;
  const rows = grid.rows.slice(0, MOST_ROWS);
  const columns = grid.columns.slice(0, MOST_COLUMNS);
  const across = grid.columnDimension !== '';
  const beside = compared && !across;
  const wide = across ? measures.length : measures.length * (beside ? 3 : 1);
  const margin = across && grid.rowDimensions.length > 0;
  const hidden = grid.rows.length - rows.length + grid.columns.length - columns.length;
  const heads = (): TemplateResult[] => measures.flatMap((one) => headsOf(scene, one, beside));
  const corner = grid.rowDimensions.map((id) => dimensionName(id, words)).join(' · ');
  const cells = (get: (one: Measure) => Amount, ...lines: Line[]) =>
    measures.flatMap((one) => cellsOf(scene, one, get(one), beside, ...lines));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="grid plain flush cross">
        <caption class="sr">
          ${title}
        </caption>
        <thead>
          ${
            across
              ? html`<tr>
                  <th scope="col" rowspan=${measures.length > 1 ? 2 : 1}>${corner}</th>
                  ${columns.map(({ key, name }) => html`<th scope=${wide > 1 ? 'colgroup' : 'col'} class="n" colspan=${wide}>${briefName(grid.columnDimension, key, name)}</th>`)}
                  ${margin ? html`<th scope=${wide > 1 ? 'colgroup' : 'col'} class="n tot" colspan=${wide}>${t('chart.total')}</th>` : nothing}
                </tr>`
              : nothing
          }
          ${
            across && measures.length === 1
              ? nothing
              : html`<tr>
                  ${across ? nothing : html`<th scope="col">${corner}</th>`} ${columns.map(heads)}
                  ${margin ? heads() : nothing}
                </tr>`
          }
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.name}</th>
                ${columns.map((column) => cells((one) => grid.at(row, column, one), row, column))}
                ${margin ? cells((one) => grid.ofRow(row, one), row) : nothing}
              </tr>`,
          )}
        </tbody>
        ${
          grid.rowDimensions.length
            ? html`<tfoot>
                <tr>
                  <th scope="row">${t('chart.total')}</th>
                  ${across ? columns.map((column) => cells((one) => grid.ofColumn(column, one), column)) : nothing}
                  ${cells((one) => grid.ofAll(one))}
                </tr>
              </tfoot>`
            : nothing
        }
      </table>
    </div>
    ${hidden > 0 ? html`<p class="s m">${t('chart.hidden', { n: hidden })}</p>` : nothing}`;
}

function headsOf({ words, question }: Scene, one: Measure, beside: boolean): TemplateResult[] {
  const head = html`<th scope="col" class="n">${measureName(one, words)}</th>`;
  if (!beside) return [head];
  return [
    head,
    html`<th scope="col" class="n m">${comparedName(question.compare)}</th>`,
    html`<th scope="col" class="n m">${t('top.diff')}</th>`,
  ];
}

function cellsOf(scene: Scene, one: Measure, value: Amount, beside: boolean, ...lines: Line[]): TemplateResult[] {
  const { words, grid } = scene;
  const said = amount(one, value.now, words);
  const to = linkOf(scene, value, one, ...lines);
  const shown = to ? html`<a href=${to}>${said}</a>` : said;
  const by = value.now !== null && value.before !== null ? value.now - value.before : null;
  const change = by === null ? '–' : difference(one, by, words);
  if (!beside) {
    const quiet = !grid.compared || by === null || (by === 0 && value.now === 0);
    return [html`<td class="n">${shown}${quiet ? nothing : html`<span class="s m by">${change}</span>`}</td>`];
  }
  const past = amount(one, value.before, words);
  const there = earlierLink(scene, value, one, ...lines);
  const share =
    by !== null && value.before
      ? html` <span class="s"
          >${number(by / Math.abs(value.before), { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 })}</span
        >`
      : nothing;
  return [
    html`<td class="n">${shown}</td>`,
    html`<td class="n m2">${there ? html`<a href=${there}>${past}</a>` : past}</td>`,
    html`<td class="n m2">${change}${share}</td>`,
  ];
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Bar, Heat } from '../insight/figures';
import type { Axis } from '../insight/curves';
import { heatTable } from '../insight/heat';
import { topList } from '../insight/top';
import { number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { crossTable } from './crosstable';
import { dimensionName, isOrdered, isTime, partial } from './dimensions';
import { curvesOf, datedRows } from './curves';
import type { Line } from './grid';
import { amount, difference, measureName, type Measure } from './measures';
import { comparedName } from './naming';
import { earlierLink, linkOf, type Scene } from './scene';
import '../insight/series';

const MOST_BARS = 15;
const MOST_HEAT_ROWS = 24;
const MOST_HEAT_COLUMNS = 36;

/** The numbers behind a picture, for who cannot see it or wants to know. */
export const behind = (scene: Scene): TemplateResult =>
  html`<details class="behind">
    <summary>${icon('table-2', 'i-s')}${t('picture.table')}</summary>
    ${crossTable(scene)}
  </details>`;

/** Big numbers, with their change against the period compared with. */
export function figures(scene: Scene): TemplateResult {
  const { grid, words, question } = scene;
  const [all] = grid.rows;
  return html`<div class="chart-figures">
    ${grid.measures.map((one) => {
      const value = grid.ofAll(one);
      const to = linkOf(scene, value, one);
      const said = html`<b>${amount(one, value.now, words)}</b>`;
      const past = amount(one, value.before, words);
      const there = all ? earlierLink(scene, value, one) : null;
      return html`<div class="chart-figure">
        <span class="m2">${measureName(one, words)}</span>
        ${to ? html`<a class="plain" href=${to}>${said}</a>` : said}
        ${
          grid.compared
            ? html`<span class="s m2"
                >${changeOf(scene, one, value)} ${comparedName(question.compare)}:
                ${there ? html`<a href=${there}>${past}</a>` : past}</span
              >`
            : nothing
        }
      </div>`;
    })}
  </div>`;
}

function changeOf(
  { words }: Scene,
  one: Measure,
  { now, before }: { now: number | null; before: number | null },
): unknown {
  if (now === null || before === null) return nothing;
  const share = before
    ? ` (${number((now - before) / Math.abs(before), { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 })})`
    : '';
  return html`<span class="b num">${difference(one, now - before, words)}${share}</span><br />`;
}

/** The rows of one dimension, the longest first. */
export function bars(scene: Scene): TemplateResult {
  const { grid, words } = scene;
  const one = grid.measures[0]!;
  const column = grid.columns[0]!;
  const known = new Map<string, Line>();
  const all = grid.rows.map((row): Bar => {
    known.set(row.key, row);
    const { now, before } = grid.at(row, column, one);
    return { key: row.key, name: row.name, now: now ?? 0, before: grid.compared ? (before ?? 0) : null };
  });
  if (!isOrdered(grid.rowDimensions[0] ?? ''))
    all.sort((a, b) => Number(a.key === 'none') - Number(b.key === 'none') || b.now - a.now);
  const shown = isTime(grid.rowDimensions[0] ?? '') ? all : all.slice(0, MOST_BARS);
  const rest = all.length - shown.length;
  const link = (key: string) => {
    const row = known.get(key);
    return row ? linkOf(scene, grid.at(row, column, one), one, row) : null;
  };
  return html`${topList(shown, link, ({ name }) => name, false, {
    format: (value) => amount(one, value, words),
    difference: (by) => difference(one, by, words),
  })}
  ${rest > 0 ? html`<p class="s m">${t('heat.rest', { n: rest })}</p>` : nothing}`;
}

/** Two dimensions, the darker the more compared with the mean of the row. */
export function heat(scene: Scene): TemplateResult {
  const { grid, words, title } = scene;
  const one = grid.measures[0]!;
  const by = grid.rowDimensions[0] ?? '';
  const columns = isTime(grid.columnDimension)
    ? grid.columns.slice(-MOST_HEAT_COLUMNS)
    : grid.columns.slice(0, MOST_HEAT_COLUMNS);
  const rows = isTime(by) ? grid.rows.slice(-MOST_HEAT_ROWS) : grid.rows.slice(0, MOST_HEAT_ROWS);
  const made: Heat = {
    by,
    along: grid.columnDimension,
    columns: columns.map(({ key }) => key),
    rows: rows.map((row) => ({
      key: row.key,
      name: row.name,
      counts: columns.map((column) => grid.at(row, column, one).now),
      total: grid.ofRow(row, one).now,
    })),
    hidden: grid.rows.length - rows.length + grid.columns.length - columns.length,
  };
  const names = new Map(columns.map(({ key, name }) => [key, name]));
  const table = heatTable(made, {
    title,
    name: (_key, name) => name,
    columnName: (key) => names.get(key) ?? key,
    link: (change) => scene.link(change),
    format: (value) => amount(one, value, words),
    counted: one.how === 'count',
  });
  return html`${table}
    <p class="s m">${t(one.how === 'count' ? 'heat.how' : 'chart.heat.how')}</p>`;
}

/** Lines over time; a stretch that is dragged is `chosen`. */
export function lines(scene: Scene, chosen: ((event: Event) => void) | null): TemplateResult {
  const { grid, words, question, title } = scene;
  const one = grid.measures[0]!;
  const { curves, left } = curvesOf(grid, (each) => measureName(each, words));
  const dated = datedRows(grid);
  const undated = grid.rows.length - dated.length;
  const notes = [
    partial(grid.rowDimensions[0] ?? '', question) ? t('chart.partial') : '',
    undated ? t('chart.undated') : '',
    left ? t('chart.lines.left', { n: left }) : '',
    grid.compared && curves.length > 1 ? t('chart.lines.compared') : '',
    curves.length < grid.measures.length && !grid.columnDimension ? t('chart.lines.units') : '',
  ].filter(Boolean);
  return html`<vaksam-series
      .keys=${dated.map(({ key }) => key)}
      .curves=${curves}
      .axis=${(grid.rowDimensions[0] ?? 'month') as Axis}
      .beforeName=${comparedName(question.compare)}
      .format=${(value: number) => amount(one, value, words)}
      .whole=${one.unit === 'records'}
      .name=${t('chart.line.label', { title, by: dimensionName(grid.rowDimensions[0] ?? '', words) })}
      ?still=${!chosen}
      @chosen=${chosen ?? nothing}
    ></vaksam-series>
    ${notes.length ? html`<p class="s m">${notes.join(' ')}</p>` : nothing}`;
}

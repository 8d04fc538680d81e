import { html, nothing, type TemplateResult } from 'lit';
import { SHAPES, type Shape } from '../api/types/chart';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { icon } from '../kit/icon';
import { rangeName, type Words } from '../record/filters';
import { hasPeriod, type Asked, type Comparison } from './asked';
import { dimensionName, dimensionsOf, TIMES } from './dimensions';
import { comparedName, fitted } from './naming';

const ICONS: Record<Shape, string> = {
  figure: 'hash',
  table: 'table-2',
  line: 'chart-line',
  bars: 'chart-bar',
  heat: 'layout-dashboard',
  map: 'map',
};
const COMPARISONS: Comparison[] = ['previous-period', 'same-period-last-year'];
export const PERIODS = [
  'last-7-days', 'last-30-days', 'last-12-weeks', 'last-12-months', 'last-36-months', 'this-month', 'last-month', 'this-quarter',
  'last-quarter', 'this-year', 'last-year',
]; // prettier-ignore
const FINE = 2;

type Change = (question: Asked, shape?: Shape) => void;
type Option = { value: string; name: string };

const valueOf = (event: Event) => (event.target as HTMLSelectElement).value;

/** How it is shown; the question is made to fit. */
export function shapes(shape: Shape, question: Asked, change: Change): TemplateResult {
  return html`<span class="seg shapes" role="group" aria-label=${t('analysis.shape')}
    >${SHAPES.map(
      (one) =>
        html`<button type="button" aria-pressed=${one === shape} @click=${() => change(fitted(one, question), one)}>
          ${icon(ICONS[one], 'i-s')}${t(`analysis.shape.${one}`)}
        </button>`,
    )}</span
  >`;
}

const picker = (name: string, options: unknown, chosen: (event: Event) => void, disabled = false, why = '') =>
  html`<label class="pick" title=${why}
    ><span class="s m">${name}</span
    ><select class="in" ?disabled=${disabled} @change=${chosen}>
      ${options}
    </select></label
  >`;

const option = ({ value, name }: Option, chosen: string) =>
  html`<option value=${value} ?selected=${value === chosen}>${name}</option>`;

/** The same as one line of a form. */
export const shapeOptions = (shape: Shape): TemplateResult[] =>
  SHAPES.map((value) => option({ value, name: t(`analysis.shape.${value}`) }, shape));

/** What it is divided by, in as many places as the shape has. */
export function divisions(shape: Shape, question: Asked, words: Words, change: Change): unknown {
  if (shape === 'figure') return nothing;
  if (shape === 'map') return mapKinds(question, change);
  const { dimensions } = question;
  const places = shape === 'bars' ? 1 : shape === 'table' ? Math.max(dimensions.length, 2) : 2;
  const put = (at: number, id: string) => {
    const next = [...dimensions];
    const twin = next.indexOf(id);
    if (id && twin >= 0 && twin !== at && next[at]) next[twin] = next[at];
    if (id) next[Math.min(at, next.length)] = id;
    else next.splice(at, 1);
    change({ ...question, dimensions: [...new Set(next)] });
  };
  return html`${Array.from({ length: places }, (_, at) => {
    const chosen = dimensions[at] ?? '';
    const free = shape === 'table' ? at > 0 || dimensions.length > 1 : shape === 'line' && at > 0;
    return picker(
      placeName(shape, at, dimensions.length),
      html`${free ? option({ value: '', name: t('analysis.none') }, chosen) : nothing}${choices(chosen, words, shape === 'line' && at === 0)}`,
      (event) => put(at, valueOf(event)),
    );
  })}
  ${
    dimensions.length === 2 && (shape === 'table' || shape === 'heat')
      ? html`<button
          class="btn sm icon"
          type="button"
          aria-label=${t('analysis.swap')}
          title=${t('analysis.swap')}
          @click=${() => change({ ...question, dimensions: [...dimensions].reverse() })}
        >
          ${icon('arrow-right-left', 'i-s')}
        </button>`
      : nothing
  }`;
}

function placeName(shape: Shape, at: number, count: number): string {
  if (shape === 'bars') return t('analysis.bars');
  if (shape === 'line') return t(at === 0 ? 'analysis.time' : 'analysis.lines');
  if (at === 0) return t('analysis.rows');
  return t(at === Math.max(count, 2) - 1 ? 'analysis.columns' : 'analysis.rows.then');
}

function choices(chosen: string, words: Words, timesOnly: boolean): TemplateResult {
  const all = dimensionsOf(words.type);
  const ids = all.includes(chosen) || !chosen ? all : [chosen, ...all];
  const group = (key: Key, kept: string[]) =>
    kept.length
      ? html`<optgroup label=${t(key)}>
          ${kept.map((id) => option({ value: id, name: dimensionName(id, words) }, chosen))}
        </optgroup>`
      : nothing;
  const others = timesOnly ? [] : ids.filter((id) => !TIMES.includes(id));
  return html`${group('analysis.group.time', TIMES)}
  ${group(
    'analysis.group.record',
    others.filter((id) => !id.startsWith('fields.')),
  )}
  ${group(
    'analysis.group.fields',
    others.filter((id) => id.startsWith('fields.')),
  )}`;
}

function mapKinds(question: Asked, change: Change): TemplateResult {
  const chosen = question.dimensions.length ? 'areas' : question.detail ? 'heat' : 'clusters';
  return picker(
    t('analysis.map'),
    (['clusters', 'heat', 'areas'] as const).map((value) =>
      option({ value, name: t(`analysis.map.${value}`) }, chosen),
    ),
    (event) => {
      const value = valueOf(event);
      change({ ...question, dimensions: value === 'areas' ? ['area'] : [], detail: value === 'heat' ? FINE : 0 });
    },
  );
}

/** What it is compared with; only a period has one before. */
export function comparison(question: Asked, change: Change): TemplateResult {
  const possible = hasPeriod(question);
  return picker(
    t('analysis.compare'),
    ['', ...COMPARISONS].map((value) =>
      option({ value, name: comparedName((value || null) as Comparison | null) }, question.compare ?? ''),
    ),
    (event) => change({ ...question, compare: (valueOf(event) || null) as Comparison | null }),
    !possible,
    possible ? '' : t('analysis.compare.why'),
  );
}

/** Periods that move with time; one's own days come from the filters. */
export function periods({ filters }: Asked, change: (range: string | null) => void): TemplateResult {
  const chosen = filters.getAll('occurredAt').join(', ');
  const known = PERIODS.includes(chosen) || !chosen ? PERIODS : [chosen, ...PERIODS];
  return html`<span class="chip"
    ><span>${icon('calendar', 'i-s')}${t('picture.period')}</span
    ><select aria-label=${t('picture.period')} @change=${(event: Event) => change(valueOf(event) || null)}>
      ${option({ value: '', name: t('analysis.all') }, chosen)}
      ${known.map((value) => option({ value, name: rangeName(value) }, chosen))}
    </select></span
  >`;
}

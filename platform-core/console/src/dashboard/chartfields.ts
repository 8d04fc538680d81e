import { html, type TemplateResult } from 'lit';
import type { Shape } from '../api/types/chart';
import type { TypeDefinition } from '../api/types/definition';
import type { Asked } from '../chart/asked';
import { fitted } from '../chart/naming';
import { divisions, PERIODS, shapeOptions } from '../chart/pickers';
import { label, t } from '../i18n/i18n';
import { rangeName } from '../record/filters';
import { allTypes, can, type Found } from '../shell/areas';

/** A question and its shape, while they are chosen. */
export interface Chosen {
  found: Found;
  shape: Shape;
  question: Asked;
}

const valueOf = (event: Event) => (event.target as HTMLSelectElement).value;

export const readableTypes = (): Found[] => allTypes().filter(({ record }) => can(record, 'read'));

/** The areas that this person may read, as one line of a form. */
export const areaField = (chosen: string, change: (found: Found) => void): TemplateResult =>
  html`<label class="field"
    ><span class="label">${t('widget.area')}</span
    ><select
      class="in"
      @change=${(event: Event) => change(readableTypes().find(({ record }) => record.type === valueOf(event))!)}
    >
      ${readableTypes().map(
        ({ record }) =>
          html`<option value=${record.type} ?selected=${record.type === chosen}>${label(record.titles)}</option>`,
      )}
    </select></label
  >`;

/** The fields of a chart that is asked for in a few choices. */
export function chartFields(
  { found, shape, question }: Chosen,
  definition: TypeDefinition | null,
  change: (next: Chosen) => void,
): TemplateResult {
  const period = question.filters.getAll('occurredAt').join(', ');
  const periods = PERIODS.includes(period) || !period ? PERIODS : [period, ...PERIODS];
  const words = { type: definition, units: [], labels: new Map<string, string>() };
  const reshape = (next: Shape) => change({ found, shape: next, question: fitted(next, question) });
  return html`${areaField(found.record.type, (next) => change(aboutType(next, shape, question)))}
    <label class="field"
      ><span class="label">${t('widget.shape')}</span
      ><select class="in" @change=${(event: Event) => reshape(valueOf(event) as Shape)}>
        ${shapeOptions(shape)}
      </select></label
    >
    <div class="chart-fields">
      ${divisions(shape, question, words, (next) => change({ found, shape, question: next }))}
    </div>
    <label class="field"
      ><span class="label">${t('widget.period')}</span
      ><select
        class="in"
        @change=${(event: Event) => change({ found, shape, question: inPeriod(question, valueOf(event)) })}
      >
        <option value="" ?selected=${!period}>${t('analysis.all')}</option>
        ${periods.map((value) => html`<option value=${value} ?selected=${value === period}>${rangeName(value)}</option>`)}
      </select></label
    >
    <p class="hint">${t('widget.chart.more')}</p>`;
}

/** The same question about another type: what only the first one has is left out. */
export function aboutType(found: Found, shape: Shape, question: Asked): Chosen {
  const general = (id: string) => !id.startsWith('fields.');
  const measures = question.measures.filter((id) => ['count', 'share'].includes(id));
  const occurred = question.filters.getAll('occurredAt').map((value) => ['occurredAt', value]);
  const next: Asked = {
    ...question,
    types: [found.record.type],
    filters: new URLSearchParams(occurred),
    dimensions: question.dimensions.filter(general),
    measures: measures.length ? measures : ['count'],
  };
  return { found, shape, question: fitted(shape, next) };
}

function inPeriod(question: Asked, range: string): Asked {
  const filters = new URLSearchParams(question.filters);
  if (range) filters.set('occurredAt', range);
  else filters.delete('occurredAt');
  return { ...question, filters, compare: range ? question.compare : null };
}

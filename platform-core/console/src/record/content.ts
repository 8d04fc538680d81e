import { html, nothing, type TemplateResult } from 'lit';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import type { Editing } from './editing';
import { factRow } from './factrow';
import { isWithheld } from './withheld';
import { formField, groupsOf, holds, isEmpty, valueOf, valuesOf } from './fields';

/** Shown elsewhere on the page. */
const ELSEWHERE = new Set([
  'title',
  'description',
  'severity',
  'assignee',
  'unit',
  'category',
  'secrecy',
  'place',
  'occurredAt',
  'occurredUntil',
  'photos',
]);

/** What happened, in the words of whoever reported it. */
export function lead(record: RecordDoc, kind: KindDefinition | undefined, editing: Editing): unknown {
  if (!record.description && !editing.editable && !isWithheld(record, 'description')) return nothing;
  return html`<section class="lead" aria-label=${t('field.description')}>
    <vaksam-fact
      .field=${formField('description', kind)}
      .record=${record}
      ?editable=${editing.editable}
      .save=${editing.save}
    ></vaksam-fact>
  </section>`;
}

/** The fields of its kind, in the groups the definition lays out. */
export function groups(record: RecordDoc, kind: KindDefinition, editing: Editing): TemplateResult[] {
  const values = valuesOf(record);
  return groupsOf(kind)
    .map(({ title, fields }) => ({
      title,
      fields: fields.filter(({ id, showIf }) => !ELSEWHERE.has(id) && holds(showIf, values)),
    }))
    .filter(({ fields }) =>
      fields.some((field) => editing.editable || isWithheld(record, field.id) || !isEmpty(valueOf(record, field))),
    )
    .map(
      ({ title, fields }) =>
        html`<section class="sec">
          <header><h2>${label(title)}</h2></header>
          <dl class="kv wide-kv">${fields.map((field) => factRow(field, record, editing))}</dl>
        </section>`,
    );
}

import { html, type TemplateResult } from 'lit';
import type { RecordDoc } from '../api/types/record';
import { label } from '../i18n/i18n';
import type { Editing } from './editing';
import type { FormField } from './fields';
import './fact';

/** A value with its name, edited where it stands. */
export function factRow(field: FormField, record: RecordDoc, editing: Editing): TemplateResult {
  return html`<div>
    <dt>${label(field.label)}</dt>
    <dd>
      <vaksam-fact
        .field=${field}
        .record=${record}
        .findPeople=${editing.findPeople}
        ?editable=${editing.editable}
        .save=${editing.save}
      ></vaksam-fact>
    </dd>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { TypeDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { t } from '../i18n/i18n';
import { clock, dayOf, longMoment } from '../i18n/time';
import { icon } from '../kit/icon';
import { secrecyIcon, severity } from '../kit/marks';
import { toast } from '../kit/toast';
import { kindName, kindOf } from './definitions';
import type { Editing } from './editing';
import { formField } from './fields';
import './fact';

/** What a record is called and, in a line, what kind it is, when and where it happened and who may see it. */
export function headline(record: RecordDoc, definition: TypeDefinition | null, editing: Editing): TemplateResult {
  const until = record.occurredUntil;
  const end = until
    ? record.occurredAt && dayOf(until) === dayOf(record.occurredAt)
      ? `–${clock(until)}`
      : ` – ${longMoment(until)}`
    : '';
  return html`<header class="head record-head">
    <div>
      <h1 id="record-title">
        <vaksam-fact
          class="title-fact"
          .field=${formField('title', kindOf(definition, record.kind))}
          .record=${record}
          ?editable=${editing.editable}
          .save=${editing.save}
        ></vaksam-fact>
      </h1>
      <p class="sub">
        ${record.severity === null ? nothing : severity(record.severity)}<span
          >${kindName(definition, record.kind)}</span
        >
        ${record.occurredAt ? html`<span class="num">${longMoment(record.occurredAt)}${end}</span>` : nothing}
        ${record.place?.name ? html`<span class="row tight">${icon('map-pin', 'i-s')}${record.place.name}</span>` : nothing}
        <span class="row tight">${secrecyIcon(record.secrecy)}${t(`secrecy.${record.secrecy}`)}</span>
      </p>
    </div>
    <div class="row">
      <a class="btn sm" href="/api/exports/records/${record.id}" download>${icon('file-down')}${t('record.paper')}</a>
      <button class="btn sm" type="button" @click=${copy}>${icon('link')}${t('record.copy')}</button>
    </div>
  </header>`;
}

const copy = async (): Promise<void> => {
  await navigator.clipboard?.writeText(location.href).catch(() => undefined);
  toast(t('record.copied'));
};

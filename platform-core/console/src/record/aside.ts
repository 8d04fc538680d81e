import { html, nothing, type TemplateResult } from 'lit';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { fullMoment } from '../i18n/time';
import type { Found } from '../shell/areas';
import { listAddress } from '../shell/areas';
import type { Editing } from './editing';
import { factRow } from './factrow';
import { formField, isEmpty } from './fields';
import { channelName } from './names';
import { may } from '../shell/session';
import './secrecy';
import './why';
import '../work/actions';
import '../work/deadlines';
import '../talk/follow';
import '../talk/share';

/** What is decided about a record, each value edited where it stands. */
export function aside(
  record: RecordDoc,
  found: Found,
  kind: KindDefinition | undefined,
  editing: Editing,
  address: string,
  changed: () => void,
): TemplateResult {
  const fact = (id: string) => {
    const field = formField(id, kind);
    return field ? factRow(field, record, editing) : nothing;
  };
  const plain = (name: string, value: unknown) =>
    isEmpty(value)
      ? nothing
      : html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`;
  const { latitude, longitude, name } = record.place ?? {};
  const pointed = typeof latitude === 'number' && typeof longitude === 'number';
  if (pointed) void import('../insight/map');
  return html`<aside class="facts" aria-label=${t('record.decided')}>
    <vaksam-follow recordId=${record.id}></vaksam-follow>
    <h2>${t('record.decided')}</h2>
    <dl class="kv">${['assignee', 'severity', 'category', 'unit'].map(fact)}</dl>
    ${
      record.dormant
        ? nothing
        : html`<vaksam-deadlines record=${record.id} @changed=${changed}></vaksam-deadlines>
            <vaksam-actions record=${record.id} ?editable=${editing.editable} @changed=${changed}></vaksam-actions>`
    }
    <h2>${t('record.where')}</h2>
    <dl class="kv">
      ${record.asset || may('platform:assets:read') ? fact('asset') : nothing}
      ${['place', 'occurredAt', 'occurredUntil'].map(fact)}
    </dl>
    ${
      pointed
        ? html`<vaksam-map
              class="mini"
              still
              height="8rem"
              .point=${{ latitude, longitude }}
              name=${name ?? ''}
            ></vaksam-map>
            <p class="s">
              <a href=${listAddress(found, { view: 'map', bbox: around(latitude, longitude) })}>${t('record.near')}</a>
            </p>`
        : nothing
    }
    ${
      record.dormant
        ? nothing
        : html`<vaksam-secrecy
            .record=${record}
            .kind=${kind}
            address=${address}
            ?editable=${editing.editable}
            @changed=${changed}
          ></vaksam-secrecy>`
    }
    ${editing.editable ? html`<vaksam-share .record=${record}></vaksam-share>` : nothing}
    <h2>${t('record.reported')}</h2>
    <dl class="kv">
      ${plain(t('record.by'), record.createdBy?.name)} ${plain(t('record.at'), fullMoment(record.createdAt))}
      ${plain(t('filter.channel'), record.channel && channelName(record.channel))}
      ${record.source ? plain(t('filter.source'), html`${record.source.name} <span class="id">${record.source.key}</span>`) : nothing}
      ${record.updatedAt === record.createdAt ? nothing : plain(t('record.updated'), fullMoment(record.updatedAt))}
    </dl>
    <h2>${t('record.kept')}</h2>
    <dl class="kv">
      ${plain(t('record.definition'), t('record.version', { kind: label(kind?.title) || record.kind, n: record.definitionVersion }))}
    </dl>
    ${may('platform:accounts:manage') ? html`<vaksam-why recordId=${record.id}></vaksam-why>` : nothing}
  </aside>`;
}

/** About ten kilometres around a point. */
function around(latitude: number, longitude: number): string {
  const round = (value: number) => value.toFixed(3);
  return [round(longitude - 0.15), round(latitude - 0.08), round(longitude + 0.15), round(latitude + 0.08)].join(',');
}

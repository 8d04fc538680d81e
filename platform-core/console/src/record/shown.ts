import { html, nothing } from 'lit';
import type { AboutAsset, Place, RecordDoc } from '../api/types/record';
import type { Unit } from '../api/types/session';
import { assetLink } from '../asset/register';
import { label, number, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { longDay, fullMoment } from '../i18n/time';
import { person, secrecyIcon, severity } from '../kit/marks';
import { icon } from '../kit/icon';
import { isEmpty, questionOf, type FormField, type Values } from './fields';
import { roleName, type Involved } from './peoplefield';
import type { Range } from './rangefield';
import { idOf, nameOf } from './references';
import { pathOf } from './tree';

/** A value as a person reads it; never HTML from data. */
export function shown(field: FormField, value: unknown): unknown {
  if (field.type === 'assignee') return person((value as RecordDoc['assignee']) ?? null);
  if (field.type === 'severity') return severity((value as number | null) ?? null);
  if (isEmpty(value)) return html`<span class="m">${t('value.unset')}</span>`;
  switch (field.type) {
    case 'money':
      return `${number(Number(value), { maximumFractionDigits: 2 })} ${field.definition?.currency === 'SEK' ? 'kr' : (field.definition?.currency ?? '')}`;
    case 'number':
      return `${number(Number(value))} ${unitName(field)}`;
    case 'date':
      return longDay(String(value));
    case 'time':
    case 'moment':
      return fullMoment(String(value));
    case 'choice':
      return label(field.choices?.find(({ id }) => id === value)?.label) || String(value);
    case 'boolean':
      return t(value ? 'value.yes' : 'value.no');
    case 'secrecy':
      return html`<span class="row tight">${secrecyIcon(String(value))}${t(`secrecy.${String(value)}` as Key)}</span>`;
    case 'unit':
      return typeof value === 'string' ? named(value) : label((value as Unit).name) || String(value);
    case 'asset':
      return assetLink(typeof value === 'string' ? { id: value, name: nameOf(value) || null } : (value as AboutAsset));
    case 'person':
      return named(idOf(value));
    case 'tree':
      return pathOf(field.choices, String(value)).join(' › ');
    case 'range':
      return range(value as Range, unitName(field));
    case 'file':
    case 'photo':
      return files(value as string[], field.type === 'photo');
    case 'table':
      return rows(field, value as Values[]);
    case 'place':
      return (value as Place).name ?? coordinates(value as Place);
    case 'people':
      return html`<ul class="involved">
        ${(value as Involved[]).map((one) => html`<li><span class="m">${roleName(one.role)}</span> ${[one.name, one.phone, one.note].filter(Boolean).join(', ')}${one.protected ? html` <span class="badge warn">${t('people.protected')}</span>` : nothing}</li>`)}
      </ul>`;
    case 'long-text':
      return html`<span class="prose">${String(value)}</span>`;
    default:
      return String(value);
  }
}

const unitName = ({ definition }: FormField) =>
  definition?.unit === 'day' ? t('value.days') : (definition?.unit ?? '');

const named = (id: string) => nameOf(id) || html`<span class="m">${t('fields.hidden')}</span>`;

function range({ from, to }: Range, unit: string): string {
  const end = (value: Range['from']) => (value === undefined ? '' : number(Number(value)));
  return `${end(from)}–${end(to)} ${unit}`.trim();
}

const files = (ids: string[], photos: boolean) =>
  html`<span class=${photos ? 'photo-list' : 'file-list'}>
    ${ids.map((id) => {
      const name = nameOf(id);
      if (!name) return html`<span class="m">${t('fields.file.hidden')}</span>`;
      return photos
        ? html`<img class="doc-thumb" src="/api/documents/${id}/thumbnail" alt=${name} title=${name} loading="lazy" />`
        : html`<span class="row tight">${icon('paperclip', 'i-s')}${name}</span>`;
    })}
  </span>`;

const rows = ({ definition }: FormField, values: Values[]) => {
  const columns = definition?.columns ?? [];
  return html`<table class="cells is-read">
    <thead>
      <tr>
        ${columns.map(({ label: name }) => html`<th scope="col">${label(name)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${values.map(
        (row) =>
          html`<tr>
            ${columns.map(
              (column) =>
                html`<td data-name=${label(column.label)}>
                  ${isEmpty(row[column.id]) ? '' : shown(questionOf(column), row[column.id])}
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
};

export function coordinates({ latitude, longitude }: Place): string {
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
    : '';
}

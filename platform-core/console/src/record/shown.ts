import { html, nothing } from 'lit';
import type { AboutAsset, Place, RecordDoc } from '../api/types/record';
import type { Unit } from '../api/types/session';
import { assetLink } from '../asset/register';
import { label, number, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { longDay, fullMoment } from '../i18n/time';
import { person, secrecyIcon, severity } from '../kit/marks';
import { isEmpty, type FormField } from './fields';
import { roleName, type Involved } from './peoplefield';

/** A value as a person reads it; never HTML from data. */
export function shown(field: FormField, value: unknown): unknown {
  if (field.type === 'assignee') return person((value as RecordDoc['assignee']) ?? null);
  if (field.type === 'severity') return severity((value as number | null) ?? null);
  if (isEmpty(value)) return html`<span class="m">${t('value.unset')}</span>`;
  switch (field.type) {
    case 'money':
      return `${number(Number(value), { maximumFractionDigits: 2 })} ${field.definition?.currency === 'SEK' ? 'kr' : (field.definition?.currency ?? '')}`;
    case 'number':
      return `${number(Number(value))} ${field.definition?.unit === 'day' ? t('value.days') : (field.definition?.unit ?? '')}`;
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
      return label((value as Unit).name) || String(value);
    case 'asset':
      return assetLink(value as AboutAsset);
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

export function coordinates({ latitude, longitude }: Place): string {
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
    : '';
}

import { html, nothing, type TemplateResult } from 'lit';
import type { AssetType } from '../api/types/asset';
import type { HistoryEntry } from '../api/types/record';
import { label, small, t } from '../i18n/i18n';
import { messages, type Key } from '../i18n/messages';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { documentLine } from '../document/line';
import { changes } from '../record/history';

const ICONS: Record<string, string> = {
  created: 'plus', moved: 'git-branch', retired: 'archive', linked: 'link', unlinked: 'unplug',
}; // prettier-ignore

const NAMES: Record<string, Key> = { place: 'asset.place', externalKey: 'asset.key' };

function fieldName(field: string, type: AssetType | undefined): string {
  const attribute = type?.attributes.find(({ id }) => `attributes.${id}` === field);
  if (attribute) return label(attribute.label);
  const key = NAMES[field] ?? `asset.${field}`;
  return key in messages ? t(key as Key) : field;
}

/** What was done to an asset, newest first. */
export function history(entries: HistoryEntry[], type: AssetType | undefined): TemplateResult {
  return html`<ol class="tl">
    ${entries.map((entry) => {
      const file = documentLine(entry);
      const verb = entry.action.split('.').pop() ?? '';
      const what = changes(entry)
        .map(({ field }) => small(fieldName(field, type)))
        .join(', ');
      const key = `asset.history.${verb}`;
      const reason =
        typeof entry.data?.['reason'] === 'string' ? html`: <span class="m2">${entry.data['reason']}</span>` : nothing;
      return html`<li>
        <span class="dot" aria-hidden="true">${icon(file?.icon ?? ICONS[verb] ?? 'pencil-line')}</span>
        <p class="ev">
          <b>${entry.by?.name ?? t('history.platform')}</b>
          ${file ? file.text : key in messages ? t(key as Key, { what }) : entry.action}${reason}
          <time class="s" datetime=${entry.at}>${moment(entry.at)}</time>
        </p>
      </li>`;
    })}
  </ol>`;
}

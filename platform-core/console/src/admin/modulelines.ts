import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleItem, ModuleList } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { light } from '../kit/marks';
import { address } from '../shell/router';
import { isNewer } from './versions';

type Row = (id: string, title: string, version: string, picture: string, mark: unknown, words: unknown) => unknown;

/** What is installed, what could be, and whose records are kept; `current` is the one that is open. */
export function moduleLines(
  { items, catalogue }: ModuleList,
  current: string | null,
  opened: () => void,
): TemplateResult {
  const here = items.filter(({ state: now }) => now !== 'kept');
  const kept = items.filter(({ state: now }) => now === 'kept');
  const offered = catalogue.filter(({ id }) => !here.some((item) => item.id === id));
  const row: Row = (id, title, version, picture, mark, words) =>
    html`<li>
      <a href=${address('/admin/modules', { id })} aria-current=${current === id ? 'true' : nothing} @click=${opened}
        >${icon(picture)}<span class="b">${title} <span class="v">${version}</span></span
        >${mark}
        <p>${words}</p></a
      >
    </li>`;
  const group = (name: string, lines: unknown[]) =>
    lines.length
      ? html`<h2>${name}</h2>
          <ul>
            ${lines}
          </ul>`
      : nothing;
  return html`${group(
    t('modules.areas'),
    here.map((item) => line(item, catalogue, row)),
  )}
  ${group(
    t('modules.catalogue'),
    offered.map(({ id, version, title }) =>
      row(id, label(title), version, 'package', light('none', t('modules.notyet')), ''),
    ),
  )}
  ${group(
    t('modules.kept'),
    kept.map((item) =>
      row(item.id, label(item.title), item.version, 'archive', light('none', t('health.kept')), t('modules.keep.why')),
    ),
  )}`;
}

function line(item: ModuleItem, catalogue: ModuleList['catalogue'], row: Row): unknown {
  const newer = catalogue.find(({ id, version }) => id === item.id && isNewer(version, item.version));
  const dormant = item.state === 'dormant';
  const words = dormant
    ? label(item.reason)
    : newer
      ? html`<span class="b accent">${t('modules.offered', { version: newer.version })}</span>`
      : item.health.status === 'OK'
        ? t('modules.since', { time: moment(item.since) })
        : label(item.health.message);
  return row(
    item.id,
    label(item.title),
    item.version,
    item.records[0]?.icon ?? 'box',
    dormant ? light('none') : light(item.health.status),
    words,
  );
}

import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Area } from '../api/types/session';
import { contributions, pageAddress } from '../extension/contributions';
import { label, number, t } from '../i18n/i18n';
import { icon, logo } from '../kit/icon';
import { View } from '../kit/view';
import { can, listAddress, navigation, openCounts } from './areas';
import { BASE, place } from './router';
import { may } from './session';

export interface Entry {
  to: string;
  icon: string;
  name: string;
  count?: number | undefined;
}

export const places = (): Entry[] => [
  { to: `${BASE}/`, icon: 'house', name: t('nav.home') },
  { to: `${BASE}/work`, icon: 'circle-check-big', name: t('nav.work') },
  { to: `${BASE}/map`, icon: 'map', name: t('nav.map') },
  { to: `${BASE}/picture`, icon: 'activity', name: t('nav.picture') },
  { to: `${BASE}/analysis`, icon: 'chart-line', name: t('analysis.title') },
  ...(may('platform:assets:read') ? [{ to: `${BASE}/assets`, icon: 'map-pin', name: t('assets.title') }] : []),
];

export function areaEntries(area: Area): Entry[] {
  const shown = area.records.filter((record) => can(record, 'read') || can(record, 'create'));
  const lists = shown.map((record) => ({
    to: listAddress({ area, record }),
    icon: record.icon ?? area.icon ?? 'box',
    name: label(shown.length === 1 ? area.title : record.titles),
    count: openCounts.value[record.type],
  }));
  const pages = contributions('console/page/v1', [area]).map((page) => ({
    to: pageAddress(page),
    icon: page.icon,
    name: label(page.title),
  }));
  return [...lists, ...pages];
}

export function administration(): Entry[] {
  const entries: Entry[] = [];
  const importable = navigation.value?.areas.some((area) => area.imports?.length);
  if (may('platform:modules:read')) {
    entries.push({ to: `${BASE}/admin/modules`, icon: 'blocks', name: t('nav.modules') });
    entries.push({ to: `${BASE}/admin/trust`, icon: 'shield-check', name: t('nav.trust') });
  }
  if (importable) entries.push({ to: `${BASE}/admin/imports`, icon: 'file-up', name: t('nav.imports') });
  if (may('platform:feeds:manage')) entries.push({ to: `${BASE}/admin/feeds`, icon: 'rss', name: t('nav.feeds') });
  if (may('platform:feeds:tray')) entries.push({ to: `${BASE}/admin/tray`, icon: 'inbox', name: t('nav.tray') });
  entries.push({ to: `${BASE}/admin/organisation`, icon: 'network', name: t('organisation.title') });
  if (may('platform:accounts:manage')) {
    entries.push({ to: `${BASE}/admin/accounts`, icon: 'users', name: t('nav.accounts') });
    entries.push({ to: `${BASE}/admin/access`, icon: 'lock-keyhole', name: t('nav.access') });
  }
  if (may('platform:definitions:manage'))
    entries.push({ to: `${BASE}/admin/definitions`, icon: 'workflow', name: t('nav.definitions') });
  if (may('platform:backup:manage'))
    entries.push({ to: `${BASE}/admin/backups`, icon: 'archive', name: t('nav.backups') });
  if (may('platform:retention:manage') || may('platform:retention:hold'))
    entries.push({ to: `${BASE}/admin/retention`, icon: 'clock', name: t('nav.retention') });
  if (may('platform:persons:read'))
    entries.push({ to: `${BASE}/admin/persons`, icon: 'fingerprint', name: t('nav.persons') });
  if (may('platform:mail:manage')) entries.push({ to: `${BASE}/admin/mail`, icon: 'mail', name: t('mail.title') });
  if (may('platform:journal:read'))
    entries.push({ to: `${BASE}/admin/journal`, icon: 'history', name: t('nav.journal') });
  entries.push({ to: `${BASE}/admin/tokens`, icon: 'key-round', name: t('nav.tokens') });
  return entries;
}

/** Places that stay, then one line per installed area. */
@customElement('vaksam-side')
export class Side extends View {
  protected override stores = () => [navigation, openCounts, place];

  protected override render(): unknown {
    const areas = navigation.value?.areas ?? [];
    return html`<nav class="side" aria-label=${t('shell.menu')}>
      <a class="brand" href="/console/">${logo()}Vaksam</a>
      <ul>
        ${places().map((entry) => this.line(entry))}
      </ul>
      <div>
        <h2>${t('nav.areas')}</h2>
        <ul>
          ${areas.flatMap(areaEntries).map((entry) => this.line(entry))}
          ${navigation.value && areas.length === 0 ? html`<li class="none">${t('nav.areas.none')}</li>` : nothing}
        </ul>
      </div>
      <div class="foot">
        <h2>${t('nav.administration')}</h2>
        <ul>
          ${administration().map((entry) => this.line(entry))}
        </ul>
      </div>
    </nav>`;
  }

  private line({ to, icon: picture, name, count }: Entry): unknown {
    const path = to.slice(BASE.length).split('?')[0]!.replace(/\/$/, '') || '/';
    const now = place.value.path;
    const current = path === '/' ? now === '/' : now === path || now.startsWith(`${path}/`);
    return html`<li>
      <a href=${to} aria-current=${current ? 'page' : nothing}
        >${icon(picture)}<span class="name">${name}</span
        >${count === undefined ? nothing : html`<span class="n" title=${t('nav.open', { n: count })}>${number(count)}</span>`}</a
      >
    </li>`;
  }
}

import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { until } from 'lit/directives/until.js';
import { contributions } from '../extension/contributions';
import { failedPage, skeleton } from '../kit/feedback';
import { t } from '../i18n/i18n';
import { typeAt } from './areas';
import { notFound } from './notfound';
import type { Place } from './router';

type Maker = (parts: string[]) => { load: () => Promise<unknown>; show: () => TemplateResult } | null;

const fixed: Record<string, { load: () => Promise<unknown>; show: () => TemplateResult }> = {
  '/': { load: () => import('./home'), show: () => html`<vaksam-home></vaksam-home>` },
  '/picture': { load: () => import('../insight/picture'), show: () => html`<vaksam-picture></vaksam-picture>` },
  '/analysis': { load: () => import('../chart/analysis'), show: () => html`<vaksam-analysis></vaksam-analysis>` },
  '/map': { load: () => import('../insight/picture'), show: () => html`<vaksam-picture only="map"></vaksam-picture>` },
  '/work': { load: () => import('../work/work'), show: () => html`<vaksam-work></vaksam-work>` },
  '/assets': { load: () => import('../asset/assets'), show: () => html`<vaksam-assets></vaksam-assets>` },
  '/assets/qr': {
    load: () => import('../asset/sheet'),
    show: () => html`<vaksam-asset-sheet></vaksam-asset-sheet>`,
  },
  '/notices': { load: () => import('../talk/noticespage'), show: () => html`<vaksam-notices></vaksam-notices>` },
  '/exports': { load: () => import('../export/page'), show: () => html`<vaksam-exports></vaksam-exports>` },
  '/subscriptions': {
    load: () => import('../talk/subscriptions'),
    show: () => html`<vaksam-subscriptions></vaksam-subscriptions>`,
  },
  '/admin/mail': { load: () => import('../admin/mail'), show: () => html`<vaksam-mail></vaksam-mail>` },
  '/profile': { load: () => import('../profile/profile'), show: () => html`<vaksam-profile></vaksam-profile>` },
  '/reset': { load: () => import('./reset'), show: () => html`<div class="page"><vaksam-reset></vaksam-reset></div>` },
  '/more': { load: () => import('./more'), show: () => html`<vaksam-more></vaksam-more>` },
  '/admin/modules': { load: () => import('../admin/modules'), show: () => html`<vaksam-modules></vaksam-modules>` },
  '/admin/trust': { load: () => import('../admin/trust'), show: () => html`<vaksam-trust></vaksam-trust>` },
  '/admin/journal': { load: () => import('../admin/journal'), show: () => html`<vaksam-journal></vaksam-journal>` },
  '/admin/imports': { load: () => import('../admin/imports'), show: () => html`<vaksam-imports></vaksam-imports>` },
  '/admin/definitions': {
    load: () => import('../design/processes'),
    show: () => html`<vaksam-processes></vaksam-processes>`,
  },
  '/admin/feeds': { load: () => import('../admin/feeds'), show: () => html`<vaksam-feeds></vaksam-feeds>` },
  '/admin/tray': { load: () => import('../admin/tray'), show: () => html`<vaksam-tray></vaksam-tray>` },
  '/admin/backups': { load: () => import('../admin/backups'), show: () => html`<vaksam-backups></vaksam-backups>` },
  '/admin/retention': {
    load: () => import('../admin/retention'),
    show: () => html`<vaksam-retention></vaksam-retention>`,
  },
  '/admin/persons': { load: () => import('../admin/persons'), show: () => html`<vaksam-persons></vaksam-persons>` },
  '/admin/organisation': {
    load: () => import('../admin/organisation'),
    show: () => html`<vaksam-organisation></vaksam-organisation>`,
  },
  '/admin/tokens': { load: () => import('../admin/tokens'), show: () => html`<vaksam-tokens></vaksam-tokens>` },
  '/kit': { load: () => import('../kit/page'), show: () => html`<vaksam-kit></vaksam-kit>` },
  '/admin/access': { load: () => import('../admin/access'), show: () => html`<vaksam-access></vaksam-access>` },
  '/admin/accounts': { load: () => import('../admin/accounts'), show: () => html`<vaksam-accounts></vaksam-accounts>` },
};

const inArea: Maker = ([, module = '', path = '', id]) => {
  const found = typeAt(module, path);
  if (!found) return null;
  if (!id)
    return {
      load: () => import('../record/list'),
      show: () => html`<vaksam-list .found=${found}></vaksam-list>`,
    };
  if (id === 'new')
    return {
      load: () => import('../record/form'),
      show: () => html`<vaksam-form .found=${found}></vaksam-form>`,
    };
  return {
    load: () => import('../record/record'),
    show: () =>
      html`${keyed(id, html`<vaksam-record .found=${found} .recordId=${decodeURIComponent(id)}></vaksam-record>`)}`,
  };
};

const ofAsset: Maker = ([, id = '']) => ({
  load: () => import('../asset/asset'),
  show: () => html`${keyed(id, html`<vaksam-asset .assetId=${decodeURIComponent(id)}></vaksam-asset>`)}`,
});

const ofDraft: Maker = ([, , id = '']) => ({
  load: () => import('../design/designer'),
  show: () => html`<vaksam-designer .draftId=${decodeURIComponent(id)}></vaksam-designer>`,
});

const brought: Maker = ([, module, id]) => {
  const page = contributions('console/page/v1').find((one) => one.area.module === module && one.id === id);
  return page
    ? {
        load: () => import('../extension/page'),
        show: () => html`<vaksam-extension-page .contribution=${page}></vaksam-extension-page>`,
      }
    : null;
};

const loaded = new Set<string>();

/** The page of a place; its code is fetched when first needed. */
export function matchPage({ path }: Place): unknown {
  const parts = path.split('/').slice(1);
  const page =
    fixed[path] ??
    (parts[0] === 'a' && parts.length <= 4 ? inArea(parts) : null) ??
    (parts[0] === 'assets' && parts.length === 2 ? ofAsset(parts) : null) ??
    (path.startsWith('/admin/definitions/') && parts.length === 3 ? ofDraft(parts) : null) ??
    (parts[0] === 'p' && parts.length === 3 ? brought(parts) : null);
  if (!page) {
    document.title = `${t('error.page')} · Vaksam`;
    return notFound(path);
  }
  const key = String(page.load);
  if (loaded.has(key)) return page.show();
  const ready = page.load().then(
    () => {
      loaded.add(key);
      return page.show();
    },
    (caught: unknown) => failedPage(caught, () => location.reload()),
  );
  return until(ready, html`<div class="page">${skeleton(8)}</div>`);
}

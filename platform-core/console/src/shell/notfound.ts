import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/i18n';
import { emptyPage } from '../kit/feedback';
import { may } from './session';

/** No such page; perhaps its module is not installed. */
export function notFound(path: string): TemplateResult {
  const area = path.startsWith('/a/') ? path.split('/')[2] : undefined;
  const why = area ? t('error.area.why', { area }) : t('error.page.why');
  const action =
    area && may('platform:modules:read')
      ? html`<a class="btn" href="/console/admin/modules">${t('nav.modules')}</a>`
      : html`<a class="btn" href="/console/">${t('error.home')}</a>`;
  return emptyPage(area ? 'blocks' : 'signpost', area ? t('error.area') : t('error.page'), why, action);
}

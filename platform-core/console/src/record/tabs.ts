import { html, nothing } from 'lit';
import type { RecordDoc } from '../api/types/record';
import '../extension/contribution';
import { tabsFor, type Contribution } from '../extension/contributions';
import { label, t } from '../i18n/i18n';
import { address, place } from '../shell/router';

const PARAMETER = 'tab';

/** The part of a record in the address that a module brings; undefined is the record itself. */
export const chosenTab = (type: string): Contribution | undefined =>
  tabsFor(type).find(({ area, id }) => `${area.module}.${id}` === place.value.query.get(PARAMETER));

/** The parts of a record, when modules bring any besides the record itself. */
export function tabs(type: string): unknown {
  const brought = tabsFor(type);
  if (brought.length === 0) return nothing;
  const { path, query } = place.value;
  const link = (tab: string, name: string) =>
    html`<a
      href=${address(path, tab ? { [PARAMETER]: tab } : {})}
      aria-current=${(query.get(PARAMETER) ?? '') === tab ? 'page' : nothing}
      >${name}</a
    >`;
  return html`<nav class="tabs record-tabs" aria-label=${t('record.tabs')}>
    ${link('', t('record.overview'))}${brought.map((tab) => link(`${tab.area.module}.${tab.id}`, label(tab.title)))}
  </nav>`;
}

export const shownTab = (tab: Contribution, record: RecordDoc) =>
  html`<section class="sec" aria-label=${label(tab.title)}>
    <vaksam-contribution .contribution=${tab} .context=${{ record }}></vaksam-contribution>
  </section>`;

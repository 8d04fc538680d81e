import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { navigation, openCounts } from './areas';
import { administration, areaEntries, places, type Entry } from './side';

/** The whole menu as a page: what the bottom bar of a phone has no room for. */
@customElement('vaksam-more')
export class More extends View {
  protected override stores = () => [navigation, openCounts];

  protected override render(): unknown {
    this.entitle(t('nav.more'));
    const group = (name: string, entries: Entry[]) =>
      html`<section class="sec">
        <h2 class="s m">${name}</h2>
        <ul class="bigmenu">
          ${entries.map(
            (entry) =>
              html`<li>
                <a href=${entry.to}
                  >${icon(entry.icon, 'i-l')}<span>${entry.name}</span
                  ><span class="m num">${entry.count === undefined ? '' : number(entry.count)}</span
                  >${icon('chevron-right', 'i-s')}</a
                >
              </li>`,
          )}
        </ul>
      </section>`;
    return html`<div class="page">
      <h1>${t('nav.more')}</h1>
      ${group(t('nav.places'), places())} ${group(t('nav.areas'), (navigation.value?.areas ?? []).flatMap(areaEntries))}
      ${group(t('nav.administration'), administration())}
    </div>`;
  }
}

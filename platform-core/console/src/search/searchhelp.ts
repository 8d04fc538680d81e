import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { preferences } from '../i18n/preferences';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import '../kit/dialog';

/** What may be typed in Swedish and in English, and which sentence explains it. */
const EXAMPLES: [string, string, Key][] = [
  ['"krossad ruta"', '"broken window"', 'search.help.phrase'],
  ['käll*', 'cell*', 'search.help.prefix'],
  ['skolbrnad~', 'windw~', 'search.help.similar'],
  ['-fyrverkeri', '-fireworks', 'search.help.without'],
  ['plats:"Norra hamnen"', 'place:"North harbour"', 'search.help.value'],
  ['slag:(stöld,hot)', 'kind:(theft,threat)', 'search.help.any'],
  ['allvar:2..4', 'severity:2..4', 'search.help.range'],
  ['fields.cost:>10000', 'fields.cost:>10000', 'search.help.money'],
  ['inträffade:förra-kvartalet', 'occurred:last-quarter', 'search.help.days'],
  ['inträffade:2024-03', 'occurred:2024-03', 'search.help.period'],
  ['enhet:"Norra skolan"', 'unit:"North school"', 'search.help.unit'],
  ['handläggare:mig', 'assignee:me', 'search.help.me'],
  ['är:öppen', 'is:open', 'search.help.is'],
  ['har:handläggare', 'has:assignee', 'search.help.has'],
];

/** Opens a page about the language of searches. */
@customElement('vaksam-search-help')
export class SearchHelp extends View {
  @state() private open = false;

  protected override render(): unknown {
    return html`<button
        class="btn quiet icon sm"
        type="button"
        aria-label=${t('search.help')}
        title=${t('search.help')}
        @click=${() => (this.open = true)}
      >
        ${icon('circle-help')}
      </button>
      ${this.open ? this.page() : nothing}`;
  }

  private page(): unknown {
    const close = () => (this.open = false);
    const language = preferences.value.language === 'sv' ? 0 : 1;
    return html`<vaksam-dialog
      heading=${t('search.help')}
      .body=${html`<p>${t('search.help.words')}</p>
        <p>${t('search.help.slips')}</p>
        <dl class="search-help">
          ${EXAMPLES.map(
            (example) =>
              html`<dt><code>${example[language]}</code></dt>
                <dd>${t(example[2])}</dd>`,
          )}
        </dl>
        <p>${t('search.help.more')}</p>`}
      .buttons=${html`<button class="btn primary" type="button" data-first @click=${close}>
        ${t('search.help.close')}
      </button>`}
      @close=${close}
    ></vaksam-dialog>`;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { TypeDefinition } from '../api/types/definition';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { place, query } from '../shell/router';
import type { Found } from '../shell/areas';
import { asParameter, chosenColumns, columns } from './columns';
import { filtersOf } from './filters';
import '../export/menu';
import '../kit/menu';

export type ListView = 'list' | 'map' | 'analysis';

/** How the records are shown, and which columns. */
export function listTools(
  view: ListView,
  definition: TypeDefinition | null,
  found: Found,
  total: number | null,
): TemplateResult {
  const views: [ListView, string][] = [
    ['list', 'rows-3'],
    ['map', 'map'],
    ['analysis', 'chart-line'],
  ];
  return html`<span class="seg" role="group" aria-label=${t('list.show')}>
      ${views.map(
        ([name, picture]) =>
          html`<button
            type="button"
            aria-pressed=${view === name}
            @click=${() => query({ view: name === 'list' ? null : name, cursor: null, page: null })}
          >
            ${icon(picture, 'i-s')}<span class="word">${t(`list.show.${name}`)}</span>
          </button>`,
      )}
    </span>
    ${view === 'list' ? columnMenu(definition) : nothing} ${view === 'list' ? exportMenu(found, total) : nothing}`;
}

function exportMenu(found: Found, total: number | null): TemplateResult {
  const { query: now } = place.value;
  const parameters = filtersOf(now);
  parameters.set('type', found.record.type);
  const sort = now.get('sort');
  if (sort) parameters.set('sort', sort);
  const chosen = chosenColumns(now);
  return html`<vaksam-export
    .query=${parameters}
    .columns=${chosen.includes('title') ? chosen : [...chosen.slice(0, 1), 'title', ...chosen.slice(1)]}
    .total=${total}
  ></vaksam-export>`;
}

function columnMenu(definition: TypeDefinition | null): TemplateResult {
  const chosen = chosenColumns(place.value.query);
  const toggle = (id: string) => {
    const all = columns(definition, false).map((column) => column.id);
    const next = all.filter((column) => (column === id ? !chosen.includes(id) : chosen.includes(column)));
    query({ cols: asParameter(next) }, { replace: true });
  };
  return html`<vaksam-menu
    class="columns"
    side="end"
    look="btn sm icon"
    name=${t('list.columns')}
    panel="menu filter-menu"
    .face=${icon('columns-3-cog')}
    .items=${html`<h3>${t('list.columns')}</h3>
      ${columns(definition, false)
        .filter(({ id }) => id !== 'title')
        .map(
          ({ id, name }) =>
            html`<label class="option"
              ><input
                class="box"
                type="checkbox"
                .checked=${chosen.includes(id)}
                @change=${() => toggle(id)}
              />${name}</label
            >`,
        )}`}
  ></vaksam-menu>`;
}

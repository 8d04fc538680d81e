import { html, nothing, type TemplateResult } from 'lit';
import type { MapAnswer } from '../api/types/insight';
import { number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { place } from '../shell/router';
import type { Section } from './map';
import type { Link } from './scene';
import './map';

interface Whereabouts {
  map: MapAnswer | null;
  section: Section | null;
  /** The map is all there is on the page. */
  whole: boolean;
  asTable: boolean;
  link: Link;
  rested: (section: Section) => void;
  /** The way on with the same question. */
  onward: unknown;
}

const inView = (map: MapAnswer) => map.clusters.reduce((sum, { count }) => sum + count, 0);

/** Where it happened: the map, how much of it is in view, and the way to its records. */
export function whereabouts({ map, section, whole, asTable, link, rested, onward }: Whereabouts): TemplateResult {
  const bbox = place.value.query.get('bbox')?.split(',').map(Number) as [number, number, number, number] | undefined;
  return html`<div class="sec-h">
      <div>
        ${whole ? nothing : html`<h2>${t('map.title')}</h2>`}
        <p class="sub">${map ? t('map.located', { n: inView(map), total: map.total }) : html`&nbsp;`}</p>
      </div>
      ${
        map && section && inView(map)
          ? html`<a class="btn quiet sm push" href=${link({ bbox: section.bbox.join(',') })}
              >${icon('rows-3')}${t('map.list', { n: inView(map) })}</a
            >`
          : nothing
      }
    </div>
    <vaksam-map
      class=${whole ? 'tall' : ''}
      .height=${whole ? 'max(24rem, calc(100vh - 15rem))' : '23.5rem'}
      .clusters=${map?.clusters ?? []}
      .section=${bbox?.length === 4 && bbox.every(Number.isFinite) ? bbox : null}
      .link=${(cluster: { bbox: number[] }) => link({ bbox: cluster.bbox.join(',') })}
      @section=${(event: CustomEvent<Section>) => rested(event.detail)}
    ></vaksam-map>
    <p class="s m ground-note">
      ${map && inView(map) === 0 ? t('map.none') : nothing}<span class="push">${t('map.ground')}</span>
    </p>
    ${asTable && map ? groups(map, link) : nothing}
    <p class="export-foot">${onward}</p>`;
}

function groups(map: MapAnswer, link: Link): TemplateResult {
  return html`<div class="steps" tabindex="0" role="region" aria-label=${t('map.table')}>
    <table class="grid plain flush">
      <caption class="sr">
        ${t('map.table')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('map.where')}</th>
          <th scope="col" class="n">${t('top.count')}</th>
        </tr>
      </thead>
      <tbody>
        ${[...map.clusters]
          .sort((a, b) => b.count - a.count)
          .map(
            (cluster) =>
              html`<tr>
                <td class="num">
                  ${number(cluster.latitude, { maximumFractionDigits: 3 })},
                  ${number(cluster.longitude, { maximumFractionDigits: 3 })}
                </td>
                <td class="n"><a href=${link({ bbox: cluster.bbox.join(',') })}>${number(cluster.count)}</a></td>
              </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}

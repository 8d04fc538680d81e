import { html, nothing, type TemplateResult } from 'lit';
import type { AreaFeatures, Cluster, MapAnswer } from '../api/types/insight';
import { number, t } from '../i18n/i18n';
import type { MapArea } from '../insight/mapmarks';
import type { Section } from '../insight/map';
import { icon } from '../kit/icon';
import type { Asked } from './asked';
import { mapAreas } from './areas';
import { amount } from './measures';
import { linkOf, type Link, type Scene } from './scene';
import '../insight/map';

const HEIGHT = '23.5rem';

interface Points {
  answer: MapAnswer;
  question: Asked;
  title: string;
  link: Link;
  /** Where it was looked at last; what has never been looked at shows everything. */
  section: [number, number, number, number] | null;
  rested: ((section: Section) => void) | null;
}

/** Clusters or squares, the groups behind them, and what has no place. */
export function pointMap({ answer, question, title, link, section, rested }: Points): TemplateResult {
  const shown = answer.clusters.reduce((sum, { count }) => sum + count, 0);
  const to = (cluster: Cluster) => link({ bbox: cluster.bbox.join(',') });
  const here = answer.clusters.length > 0 && section ? link({ bbox: section.join(',') }) : null;
  const said = t('map.located', { n: shown, total: answer.total });
  return html`<vaksam-map
      .height=${HEIGHT}
      .clusters=${answer.clusters}
      .section=${section}
      .link=${to}
      ?squared=${question.detail > 0}
      ?fitted=${true}
      @section=${rested ? (event: CustomEvent<Section>) => rested(event.detail) : nothing}
    ></vaksam-map>
    <p class="s m ground-note">
      ${here ? html`<a href=${here}>${said}</a>` : said}<span class="push">${t('map.ground')}</span>
    </p>
    <details class="behind">
      <summary>${icon('table-2', 'i-s')}${t('picture.table')}</summary>
      ${groups(answer, title, to)}
    </details>`;
}

function groups({ clusters }: MapAnswer, title: string, to: (cluster: Cluster) => string | null): TemplateResult {
  const degrees = { maximumFractionDigits: 3 };
  return html`<div class="steps" tabindex="0" role="region" aria-label=${title}>
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
        ${[...clusters]
          .sort((a, b) => b.count - a.count)
          .map((cluster) => {
            const address = to(cluster);
            return html`<tr>
              <td class="num">${number(cluster.latitude, degrees)}, ${number(cluster.longitude, degrees)}</td>
              <td class="n">
                ${address ? html`<a href=${address}>${number(cluster.count)}</a>` : number(cluster.count)}
              </td>
            </tr>`;
          })}
      </tbody>
    </table>
  </div>`;
}

/** Areas, the darker the more; those outside all of them are said below. */
export function areaMap(scene: Scene, features: AreaFeatures): TemplateResult {
  if (features.features.length === 0) return html`<p class="m2">${t('chart.areas.none')}</p>`;
  const { grid, words } = scene;
  const one = grid.measures[0]!;
  const column = grid.columns[0]!;
  const rows = new Map(grid.rows.map((row) => [row.key, row]));
  const areas: MapArea[] = mapAreas(features, (id) => {
    const row = rows.get(id);
    if (!row) return { value: 0, words: amount(one, one.how === 'count' ? 0 : null, words), address: null };
    const value = grid.at(row, column, one);
    return { value: value.now, words: amount(one, value.now, words), address: linkOf(scene, value, one, row) };
  });
  const outside = rows.get('none');
  const left = outside ? grid.at(outside, column, one) : null;
  const there = outside && left ? linkOf(scene, left, one, outside) : null;
  const said = left ? t('chart.areas.outside', { n: amount(one, left.now, words) }) : '';
  return html`<vaksam-map .height=${HEIGHT} .areas=${areas} ?fitted=${true}></vaksam-map>
    <p class="s m ground-note">
      ${there ? html`<a href=${there}>${said}</a>` : said}<span class="push">${t('map.ground')}</span>
    </p>`;
}

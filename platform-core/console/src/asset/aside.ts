import { html, nothing, type TemplateResult } from 'lit';
import type { Asset, Dependency } from '../api/types/asset';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { address } from '../shell/router';
import { assetIcon, assetLink } from './register';

/** What somebody who may change the asset can do here. */
export interface Deeds {
  depend: () => void;
  release: (dependency: Dependency) => void;
}

const RELATIONS = {
  'depends-on true': 'asset.depends.on',
  'depends-on false': 'asset.depends.on.in',
  'supplies true': 'asset.supplies',
  'supplies false': 'asset.supplies.in',
} as const;

/** Where an asset is, what belongs to it and what it depends on. */
export function aside(asset: Asset, dependencies: Dependency[], deeds: Deeds | null): TemplateResult {
  const { latitude, longitude, name } = asset.place;
  const pointed = typeof latitude === 'number' && typeof longitude === 'number';
  if (pointed) void import('../insight/map');
  const fact = (title: string, value: unknown) =>
    value
      ? html`<div>
          <dt>${title}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  const unit = asset.unit;
  return html`<aside class="facts" aria-label=${t('asset.facts')}>
    <h2>${t('asset.place')}</h2>
    ${
      pointed
        ? html`<vaksam-map
            class="mini"
            still
            height="8rem"
            .point=${{ latitude, longitude }}
            name=${name ?? ''}
          ></vaksam-map>`
        : nothing
    }
    <dl class="kv">
      ${fact(t('asset.place'), name)}
      ${fact(
        t('asset.unit'),
        unit ? html`<a href=${address('/admin/organisation', { unit: unit.id })}>${label(unit.name)}</a>` : null,
      )}
      ${fact(t('asset.key'), asset.externalKey)} ${fact(t('asset.status'), t(`asset.status.${asset.status}`))}
    </dl>
    <h2>${t('asset.parts')}</h2>
    <vaksam-asset-branch .parent=${asset.id}></vaksam-asset-branch>
    <h2>${t('asset.depends')}</h2>
    ${dependencies.length ? (Object.keys(RELATIONS) as (keyof typeof RELATIONS)[]).map((relation) => group(relation, dependencies, deeds)) : html`<p class="m s">${t('asset.depends.none')}</p>`}
    ${deeds ? html`<button class="btn sm" type="button" @click=${deeds.depend}>${icon('plus')}${t('asset.depends.add')}</button>` : nothing}
  </aside>`;
}

function group(relation: keyof typeof RELATIONS, all: Dependency[], deeds: Deeds | null): unknown {
  const these = all.filter((one) => `${one.relation} ${one.outgoing}` === relation);
  if (these.length === 0) return nothing;
  return html`<p class="s m2">${t(RELATIONS[relation])}</p>
    <ul class="asset-links">
      ${these.map(
        (one) =>
          html`<li>
            ${icon(assetIcon(one.asset.type))}<span>${assetLink(one.asset)}</span>${
              deeds && one.outgoing
                ? html`<button
                    class="btn quiet icon sm push"
                    type="button"
                    aria-label=${t('asset.depends.forget', { name: one.asset.name })}
                    @click=${() => deeds.release(one)}
                  >
                    ${icon('x')}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
}

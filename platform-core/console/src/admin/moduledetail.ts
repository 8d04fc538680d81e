import { html, nothing, type TemplateResult } from 'lit';
import type { Former, HealthStatus, ModuleItem, ModuleList, Operation } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { moment } from '../i18n/time';
import { empty, note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { light } from '../kit/marks';
import { address } from '../shell/router';
import './account';
import './archives';
import { operations } from './operations';
import { isNewer } from './versions';

export interface ModuleDeeds {
  plan: (offer: { catalogue: string; version: string }) => void;
  rollback: (item: ModuleItem, to: Former) => void;
  remove: (item: ModuleItem) => void;
  busy: boolean;
  sending: boolean;
  allowed: boolean;
  /** The operation that was just done: its steps are shown. */
  fresh: string | null;
}

const MEANS: Partial<Record<HealthStatus, Key>> = {
  WARN: 'health.warn.why',
  TEMPORARILY_UNAVAILABLE: 'health.unavailable.why',
  CRITICAL: 'health.critical.why',
};

/** One module: how it is, what it brings and costs, what may be done with it and what was done. Without an id, all that was done. */
export function moduleDetail(
  id: string | null,
  { items, catalogue }: ModuleList,
  history: Operation[],
  deeds: ModuleDeeds,
): TemplateResult {
  const titles = new Map(items.map((item) => [item.id, label(item.title)]));
  const item = items.find((one) => one.id === id);
  const offer = catalogue.find((one) => one.id === id);
  const past = html`${
    deeds.allowed
      ? html`<vaksam-archives .module=${id ?? ''} .titles=${titles} .stamp=${history[0]?.id ?? '-'}></vaksam-archives>`
      : nothing
  }
  ${operations(id ?? '', history, titles, deeds.fresh)}`;
  if (!item && !offer)
    return html`${items.length ? empty('blocks', t('modules.choose'), t('modules.choose.why')) : empty('package', t('modules.none'), t('modules.none.why'))}
      <div class="plan past">${past}</div>`;
  const title = label(item?.title ?? offer?.title);
  const live = item?.state === 'live';
  return html`<section class="plan" aria-labelledby="module-title">
    <nav class="crumbs" aria-label=${t('shell.crumbs')}>
      <ol>
        <li><a href="/console/admin/modules">${t('nav.modules')}</a>${icon('chevron-right', 'i-s')}</li>
        <li>${title}</li>
      </ol>
    </nav>
    <div class="head">
      <h1 id="module-title" tabindex="-1">${title}</h1>
      ${
        offer && (!item || item.state === 'kept' || isNewer(offer.version, item.version)) && deeds.allowed
          ? html`<button
              class="btn primary"
              type="button"
              ?disabled=${deeds.sending}
              @click=${() => deeds.plan({ catalogue: offer.id, version: offer.version })}
            >
              ${icon('list-checks')}${item && item.state !== 'kept' ? t('modules.update', { version: offer.version }) : t('modules.plan')}
            </button>`
          : nothing
      }
    </div>
    ${item ? facts(item) : html`<p class="m2">${t('modules.version')} ${offer?.version}</p>`}
    ${deeds.allowed ? nothing : note('', 'info', t('modules.forbidden'))}
    ${item && item.state !== 'kept' && deeds.allowed ? uninstall(item, deeds) : nothing}
    ${live ? html`<vaksam-account .module=${item.id} .allowed=${deeds.allowed}></vaksam-account>` : nothing}
    ${item && item.state !== 'kept' ? wayBack(item, deeds) : nothing} ${past}
  </section>`;
}

function facts(item: ModuleItem): unknown {
  const line = (name: string, value: unknown) =>
    value
      ? html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  return html`<dl class="kv wide-kv">
    ${line(t('modules.health'), item.state === 'live' ? health(item) : unwell(item))}
    ${line(t('modules.version'), item.version)}
    ${line(t('modules.revision'), html`<span class="mono breaks">${item.revision}</span>`)}
    ${
      item.state === 'live' && item.records.length
        ? line(
            t('modules.brings'),
            item.records.map(
              (record) => html`<a href=${address(`/a/${item.id}/${record.path}`)}>${label(record.titles)}</a> `,
            ),
          )
        : nothing
    }
  </dl>`;
}

function health({ health: { status, message } }: ModuleItem): unknown {
  const means = MEANS[status];
  if (!means) return light(status);
  return html`${light(status)} <span class="breaks">${label(message)}</span>
    <p class="m2">${t(means)}</p>`;
}

const unwell = ({ state, reason }: ModuleItem) =>
  html`${light('none', t(state === 'kept' ? 'health.kept' : 'health.dormant'))}
    <p class="breaks">${label(reason)}</p>`;

const uninstall = (item: ModuleItem, { busy, remove }: ModuleDeeds) =>
  html`<div class="row deeds">
    <button class="btn danger" type="button" ?disabled=${busy} @click=${() => remove(item)}>
      ${icon('trash-2')}${t('modules.remove')}
    </button>
  </div>`;

/** The revisions that can be gone back to, newest first. */
function wayBack(item: ModuleItem, { busy, allowed, rollback }: ModuleDeeds): unknown {
  if (item.former.length === 0) return nothing;
  return html`<section class="sec" aria-labelledby="back-title">
    <header><h2 id="back-title">${t('modules.back')}</h2></header>
    <p class="m2">${t('modules.back.why')}</p>
    <ul class="lines">
      ${item.former.map(
        (one) =>
          html`<li>
            <div class="grow">
              <p><b class="b">${one.version}</b></p>
              <p class="s m">
                ${t('modules.back.since', { time: moment(one.since) })} ·
                <span class="mono breaks">${one.revision}</span>
              </p>
            </div>
            ${
              allowed
                ? html`<button class="btn sm" type="button" ?disabled=${busy} @click=${() => rollback(item, one)}>
                    ${icon('undo-2')}${t('modules.rollback', { version: one.version })}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

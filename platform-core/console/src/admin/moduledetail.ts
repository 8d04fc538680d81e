import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleItem, ModuleList, Operation } from '../api/types/modules';
import { label, number, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { empty, note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { light } from '../kit/marks';
import { address } from '../shell/router';

export interface ModuleDeeds {
  plan: (offer: { catalogue: string; version: string }) => void;
  rollback: (item: ModuleItem) => void;
  remove: (item: ModuleItem) => void;
  busy: boolean;
  sending: boolean;
  allowed: boolean;
}

/** One module: how it is, what it brings, what may be done with it and what was done. */
export function moduleDetail(
  id: string | null,
  { items, catalogue }: ModuleList,
  history: Operation[],
  deeds: ModuleDeeds,
): TemplateResult {
  const titles = new Map(items.map((item) => [item.id, label(item.title)]));
  const item = items.find((one) => one.id === id);
  const offer = catalogue.find((one) => one.id === id);
  if (!item && !offer)
    return html`${items.length ? empty('blocks', t('modules.choose'), t('modules.choose.why')) : empty('package', t('modules.none'), t('modules.none.why'))}
    ${operations('', history, titles)}`;
  const title = label(item?.title ?? offer?.title);
  return html`<section class="plan" aria-labelledby="module-title">
    <nav class="crumbs" aria-label=${t('shell.crumbs')}>
      <ol>
        <li><a href="/console/admin/modules">${t('nav.modules')}</a>${icon('chevron-right', 'i-s')}</li>
        <li>${title}</li>
      </ol>
    </nav>
    <div class="head">
      <h1 id="module-title">${title}</h1>
      ${
        offer && (!item || item.state === 'kept' || item.version !== offer.version) && deeds.allowed
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
    ${item ? facts(item, deeds) : html`<p class="m2">${t('modules.version')} ${offer?.version}</p>`}
    ${deeds.allowed ? nothing : note('', 'info', t('modules.forbidden'))} ${operations(id ?? '', history, titles)}
  </section>`;
}

function facts(item: ModuleItem, deeds: ModuleDeeds): unknown {
  const line = (name: string, value: unknown) =>
    value
      ? html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  return html`<dl class="kv wide-kv">
      ${line(t('modules.health'), item.state === 'live' ? light(item.health.status, label(item.health.message)) : label(item.reason) || light('none'))}
      ${line(t('modules.version'), item.version)}
      ${line(t('modules.revision'), html`<span class="mono">${item.revision}</span>`)}
      ${line(t('modules.before'), item.previous ? html`<span class="mono">${item.previous}</span>` : '')}
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
    </dl>
    ${
      deeds.allowed
        ? html`<div class="row deeds">
            ${
              item.previous && item.state !== 'kept'
                ? html`<button
                    class="btn"
                    type="button"
                    title=${t('modules.rollback.why')}
                    ?disabled=${deeds.busy}
                    @click=${() => deeds.rollback(item)}
                  >
                    ${icon('undo-2')}${t('modules.rollback', { version: item.previous.split('-')[0] ?? item.previous })}
                  </button>`
                : nothing
            }
            ${item.state === 'kept' ? nothing : html`<button class="btn danger" type="button" @click=${() => deeds.remove(item)}>${icon('trash-2')}${t('modules.remove')}</button>`}
          </div>`
        : nothing
    }`;
}

function operations(id: string, history: Operation[], titles: Map<string, string>): unknown {
  const shown = history.filter((one) => !id || one.module === id).slice(0, 30);
  if (shown.length === 0) return id ? html`<p class="m none">${t('modules.history.none')}</p>` : nothing;
  return html`<section class="sec ops">
    <header><h2>${t('modules.history')}</h2></header>
    <ol class="tl">
      ${shown.map((one) => {
        const millis = one.steps.reduce((sum, step) => sum + step.millis, 0);
        return html`<li>
          <span class="dot" aria-hidden="true">${icon(one.ok ? 'check' : 'undo-2')}</span>
          <p class="ev">
            ${id ? nothing : html`<b>${titles.get(one.module) ?? one.module}</b> · `}<b
              >${t(`op.${one.kind}`, { from: one.from ?? '', to: one.to ?? '' })}</b
            >
            ${one.actor}${millis ? `, ${t('op.took', { seconds: number(millis / 1000, { maximumFractionDigits: 1 }) })}` : nothing}
            <time class="s" datetime=${one.at}>${moment(one.at)}</time>
            ${one.ok ? nothing : html`<br /><span class="bad">${t('op.undone', { why: label(one.failure) })}</span>`}
          </p>
        </li>`;
      })}
    </ol>
  </section>`;
}

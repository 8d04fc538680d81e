import { html, nothing } from 'lit';
import type { Operation, Step } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { icon, mark } from '../kit/icon';
import { duration, stepList } from './steps';

const SHOWN = 30;

/** Why the platform itself went back; nothing when a person asked for it. */
export const causeOf = ({ steps }: Operation): Step | undefined => steps.find(({ id }) => id === 'cause');

/** What was done with one module, or with all when there is no id; each entry opens to every step. `fresh` is open from the start. */
export function operations(
  id: string,
  history: Operation[],
  titles: Map<string, string>,
  fresh: string | null,
): unknown {
  const shown = history.filter((one) => !id || one.module === id).slice(0, SHOWN);
  if (shown.length === 0 && !id) return nothing;
  return html`<section class="sec ops" aria-labelledby="ops-title">
    <header><h2 id="ops-title">${t('modules.history')}</h2></header>
    ${shown.length ? nothing : html`<p class="m2">${t('modules.history.none')}</p>`}
    <ol>
      ${shown.map(
        (one) => html`<li>${entry(one, id ? '' : (titles.get(one.module) ?? one.module), one.id === fresh)}</li>`,
      )}
    </ol>
  </section>`;
}

function entry(one: Operation, title: string, open: boolean): unknown {
  const cause = causeOf(one);
  const millis = one.steps.reduce((sum, step) => sum + step.millis, 0);
  return html`<details class="op" ?open=${open}>
    <summary>
      <span class="light light-${one.ok ? 'ok' : 'bad'}">${mark(one.ok ? 'lt-ok' : 'lt-bad')}</span>
      <span class="what"
        >${title ? html`<b class="b">${title}</b> · ` : nothing}<b class="b"
          >${t(`op.${one.kind}`, { from: one.from ?? '', to: one.to ?? '' })}</b
        >
        ${one.ok ? nothing : html`<span class="badge bad">${t('op.undone')}</span>`}
        ${cause ? html`<span class="badge warn">${t('op.itself')}</span>` : nothing}
        <span class="s m"
          >${one.actor},
          <time datetime=${one.at}>${moment(one.at)}</time>${millis ? `, ${duration(millis)}` : nothing}</span
        >
      </span>
      ${icon('chevron-right', 'i-s turn')}
    </summary>
    <div class="inside">
      ${one.failure ? html`<p class="bad">${label(one.failure)}</p>` : nothing}
      ${one.ok ? nothing : html`<p class="m2">${t('op.undone.why')}</p>`}
      ${cause ? html`<p class="warn">${t('op.cause', { why: label(cause.detail) })}</p>` : nothing}
      ${
        one.steps.length
          ? stepList(one.steps.map((step) => ({ step, look: 'plain' })))
          : html`<p class="m">${t('op.steps.none')}</p>`
      }
      ${one.plan ? html`<p class="s m2">${t('plan.name')} <span class="mono hash">${one.plan}</span></p>` : nothing}
    </div>
  </details>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleList, Plan } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { changeList } from './changes';
import { origin } from './origin';
import { sqlTable } from './sql';
import { duration, stepList } from './steps';
import { isLiveAlready, isUnreadable, lacksTrust, objections, verdict, waitsLong } from './verdict';

export interface PlanDeeds {
  apply: () => void;
  leave: () => void;
  countersign: () => void;
  accept: (accepted: boolean) => void;
  accepted: boolean;
  /** The name of the file that was chosen. */
  file: string;
  busy: boolean;
  allowed: boolean;
}

/** A plan that a person can read: the verdict first, then who made it, what changes, the steps, and the SQL for those who ask. */
export function planPage(plan: Plan, modules: ModuleList, deeds: PlanDeeds): TemplateResult {
  const title = label(plan.title);
  const from = plan.from ?? '';
  if (isUnreadable(plan)) return unreadable(plan, deeds);
  const live = isLiveAlready(plan);
  return html`<section class="plan" aria-labelledby="plan-title">
    ${crumbs([title, t(from ? 'plan.crumb.update' : 'plan.crumb.install')])}
    <h1 id="plan-title" tabindex="-1">
      ${live ? `${title} ${plan.to}` : t(from ? 'plan.update' : 'plan.install', { title, from, to: plan.to })}
    </h1>
    ${live ? nothing : html`<p class="m2 why">${t('plan.why', { time: moment(plan.madeAt) })}</p>`}
    ${live ? note('ok', 'check', t('plan.live', { title, to: plan.to })) : verdict(plan, modules)}
    ${objections(plan, lacksTrust(plan) && deeds.allowed ? countersignButton(deeds) : nothing)} ${origin(plan)}
    ${plan.possible && !live ? changeList(plan.changes) : nothing}
    ${
      live || !plan.possible
        ? nothing
        : html`<section class="sec" aria-labelledby="steps-title">
            <header><h2 id="steps-title">${t('plan.steps')}</h2></header>
            ${stepList(plan.steps.map((step) => ({ step, look: 'plain' })))}
          </section>`
    }
    ${sqlTable(plan.sql)} ${live ? nothing : footer(plan, deeds)}
  </section>`;
}

function unreadable(plan: Plan, deeds: PlanDeeds): TemplateResult {
  return html`<section class="plan" aria-labelledby="plan-title">
    ${crumbs([t('plan.crumb.install')])}
    <h1 id="plan-title" class="breaks" tabindex="-1">${t('plan.unreadable', { file: deeds.file })}</h1>
    ${objections(plan, nothing)}
    <p class="m2 why">${t('plan.unreadable.why')}</p>
  </section>`;
}

const crumbs = (names: string[]) =>
  html`<nav class="crumbs" aria-label=${t('shell.crumbs')}>
    <ol>
      <li><a href="/console/admin/modules">${t('nav.modules')}</a></li>
      ${names.map((name) => html`<li>${icon('chevron-right', 'i-s')}${name}</li>`)}
    </ol>
  </nav>`;

const countersignButton = ({ countersign }: PlanDeeds) =>
  html`<p class="row wrap vouch">
    <button class="btn sm" type="button" @click=${countersign}>${icon('user-check')}${t('countersign.open')}</button
    ><span class="s m2">${t('countersign.open.why')}</span>
  </p>`;

function footer(plan: Plan, deeds: PlanDeeds): TemplateResult {
  const long = waitsLong(plan);
  const ready = plan.possible && (!long || deeds.accepted) && !deeds.busy && deeds.allowed;
  return html`<footer class="apply">
    <div>
      ${
        plan.possible && long
          ? html`<label class="check"
              ><input
                type="checkbox"
                .checked=${deeds.accepted}
                @change=${(event: Event) => deeds.accept((event.target as HTMLInputElement).checked)}
              />${t('plan.accept', { time: duration(plan.pause.millis) })}</label
            >`
          : html`<p class="b">${t('plan.name')} <span class="mono">${plan.hash.slice(0, 12)}</span></p>
              <p class="s m">${t(plan.possible ? 'plan.exact' : 'plan.not')}</p>`
      }
    </div>
    <span class="push"></span>
    <button class="btn quiet" type="button" @click=${deeds.leave}>${t('action.cancel')}</button>
    <button class="btn primary" type="button" ?disabled=${!ready} @click=${deeds.apply}>
      ${icon('play')}${t('plan.apply')}
    </button>
  </footer>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleList, Plan } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { note } from '../kit/feedback';
import { mark } from '../kit/icon';
import { duration } from './steps';

/** Whether what stands in the way is who made the file: an administrator may vouch for it. */
export const lacksTrust = ({ signature, possible, problems }: Plan): boolean =>
  !!signature &&
  !possible &&
  !['signed', 'countersigned', 'tampered', 'unknown'].includes(signature.state) &&
  problems.some(({ sv }) => sv === signature.words.sv);

/** Whether whoever applies must agree that people wait. */
export const waitsLong = ({ pause }: Plan): boolean => pause.millis > pause.budget;

/** Nothing would be done: exactly this file is live. */
export const isLiveAlready = ({ possible, from, steps }: Plan): boolean => possible && !!from && steps.length <= 1;

/** The file is not a module at all. */
export const isUnreadable = ({ module }: Plan): boolean => !module;

const lightOf = (look: 'ok' | 'warn' | 'bad', words: string) =>
  html`<span class="light light-${look}">${mark(`lt-${look}`)}${words}</span>`;

const card = (name: string, value: unknown, words: string) =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
    <dd>${words}</dd>
  </div>`;

/** Can it be done, how long do people wait, what restarts, and is there a way back. */
export function verdict(plan: Plan, modules: ModuleList): TemplateResult {
  if (!plan.possible)
    return html`<dl class="verdict">
      ${card(t('plan.can'), lightOf('bad', t('plan.no')), t('plan.no.why', { n: plan.problems.length }))}
    </dl>`;
  return html`<dl class="verdict">${can(plan)} ${wait(plan)} ${restart(plan, modules)} ${back(plan)}</dl>`;
}

function can({ warnings }: Plan): unknown {
  const n = warnings.length;
  return n
    ? card(t('plan.can'), lightOf('warn', t('plan.yes.but')), t('plan.yes.warned', { n }))
    : card(t('plan.can'), lightOf('ok', t('plan.yes')), t('plan.yes.why'));
}

function wait(plan: Plan): unknown {
  const { millis } = plan.pause;
  if (!plan.from || millis === 0) return card(t('plan.wait'), t('plan.wait.none'), t('plan.wait.none.why'));
  const value = t('plan.wait.value', { time: duration(millis) });
  const words = t('plan.wait.why', { title: label(plan.title) });
  return card(t('plan.wait'), waitsLong(plan) ? lightOf('warn', value) : value, words);
}

function restart({ module, title, from, restarts }: Plan, { items }: ModuleList): unknown {
  if (restarts.length)
    return card(t('plan.restart'), t('plan.restart.many', { n: restarts.length }), restarts.join(', '));
  const others = items.filter(({ id, state }) => id !== module && state === 'live').length;
  const value = from ? t('plan.restart.value', { title: label(title) }) : t('plan.restart.none');
  return card(t('plan.restart'), value, t('plan.restart.why', { n: others }));
}

function back({ from, warnings }: Plan): unknown {
  if (!from) return card(t('plan.back'), t('plan.back.value'), t('plan.back.install'));
  return warnings.length
    ? card(t('plan.back'), t('plan.back.warned'), t('plan.back.warned.why'))
    : card(t('plan.back'), t('plan.back.value'), t('plan.back.update', { from }));
}

/** What stands in the way, and what should be known before. */
export function objections(plan: Plan, countersign: unknown): unknown {
  const list = (texts: Plan['problems']) =>
    texts.length === 1
      ? label(texts[0])
      : html`<ul class="bullets">
          ${texts.map((text) => html`<li>${label(text)}</li>`)}
        </ul>`;
  return html`${plan.problems.length ? note('bad', 'circle-alert', html`${list(plan.problems)}${countersign}`) : nothing}
  ${plan.warnings.length ? note('warn', 'triangle-alert', list(plan.warnings)) : nothing}`;
}

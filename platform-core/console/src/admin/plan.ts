import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleList, Plan } from '../api/types/modules';
import { label, number, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { note } from '../kit/feedback';
import { icon, mark } from '../kit/icon';

export interface PlanDeeds {
  apply: () => void;
  leave: () => void;
  busy: boolean;
  allowed: boolean;
}

const duration = (millis: number) =>
  millis >= 1000 ? `${number(millis / 1000, { maximumFractionDigits: 1 })} s` : `${number(millis)} ms`;

const LOOKS: Record<string, [string, string]> = {
  added: ['add', 'plus'],
  changed: ['chg', 'arrow-right-left'],
  removed: ['del', 'minus'],
};

/** A plan that a person can read: the verdict first, then the steps, what was measured, and what changes. */
export function planPage(plan: Plan, modules: ModuleList, deeds: PlanDeeds): TemplateResult {
  const title = label(plan.title);
  const from = plan.from ?? '';
  return html`<section class="plan" aria-labelledby="plan-title">
    <nav class="crumbs" aria-label=${t('shell.crumbs')}>
      <ol>
        <li><a href="/console/admin/modules">${t('nav.modules')}</a>${icon('chevron-right', 'i-s')}</li>
        <li>${title}${icon('chevron-right', 'i-s')}</li>
        <li>${t(from ? 'plan.crumb.update' : 'plan.crumb.install')}</li>
      </ol>
    </nav>
    <h1 id="plan-title" tabindex="-1">
      ${from ? t('plan.update', { title, from, to: plan.to }) : t('plan.install', { title, to: plan.to })}
    </h1>
    <p class="m2 why">${t('plan.why', { time: moment(plan.madeAt) })}</p>
    ${verdict(plan, modules)}
    ${
      plan.problems.length
        ? note(
            'bad',
            'circle-alert',
            html`<ul>
              ${plan.problems.map((problem) => html`<li>${label(problem)}</li>`)}
            </ul>`,
          )
        : nothing
    }
    ${steps(plan)}
    <footer class="apply">
      <div>
        <p class="b">${t('plan.name')} <span class="mono">${plan.hash.slice(0, 12)}</span></p>
        <p class="s m">${t('plan.exact')}</p>
      </div>
      <span class="push"></span>
      <button class="btn quiet" type="button" @click=${deeds.leave}>${t('action.cancel')}</button>
      <button
        class="btn primary"
        type="button"
        ?disabled=${!plan.possible || deeds.busy || !deeds.allowed}
        @click=${deeds.apply}
      >
        ${icon('play')}${t(deeds.busy ? 'plan.applying' : 'plan.apply')}
      </button>
    </footer>
  </section>`;
}

function verdict(plan: Plan, modules: ModuleList): TemplateResult {
  const title = label(plan.title);
  const wait = plan.steps.find(({ id }) => /migrat|database|commit/.test(id))?.millis ?? 0;
  const others = modules.items.filter(({ id, state }) => id !== plan.module && state === 'live').length;
  const card = (name: string, value: unknown, words: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
      <dd>${words}</dd>
    </div>`;
  const light = html`<span class="light light-${plan.possible ? 'ok' : 'bad'}"
    >${mark(plan.possible ? 'lt-ok' : 'lt-bad')}${t(plan.possible ? 'plan.yes' : 'plan.no')}</span
  >`;
  return html`<dl class="verdict">
    ${card(t('plan.can'), light, plan.possible ? t('plan.yes.why') : t('plan.no.why', { n: plan.problems.length }))}
    ${card(t('plan.wait'), plan.from && wait ? t('plan.wait.value', { millis: wait }) : t('plan.wait.none'), t('plan.wait.why', { title }))}
    ${card(t('plan.restart'), plan.from ? t('plan.restart.value', { title }) : t('plan.restart.none'), t('plan.restart.why', { n: others }))}
    ${card(t('plan.back'), t('plan.back.value'), plan.from ? t('plan.back.update', { from: plan.from }) : t('plan.back.install'))}
  </dl>`;
}

function steps(plan: Plan): TemplateResult {
  const database = plan.steps.findIndex(({ id }) => /migrat|database|sql/.test(id));
  const people = plan.steps.findIndex(({ id }) => /contribut|definition|permission|change/.test(id));
  return html`<ol class="st">
    ${plan.steps.map(
      ({ title, detail, millis }, at) =>
        html`<li>
          <div class="nc"><div class="no" aria-hidden="true">${at + 1}</div></div>
          <div class="c">
            <h3>${label(title)}<span class="s num">${millis ? duration(millis) : ''}</span></h3>
            <p>${label(detail)}</p>
            ${at === database ? sql(plan) : nothing} ${at === people ? changes(plan) : nothing}
          </div>
        </li>`,
    )}
    ${
      (database < 0 && plan.sql.length) || (people < 0 && plan.changes.length)
        ? html`<li>
            <div class="nc"><div class="no" aria-hidden="true">${plan.steps.length + 1}</div></div>
            <div class="c">
              <h3>${t('plan.changes')}</h3>
              ${database < 0 ? sql(plan) : nothing}${people < 0 ? changes(plan) : nothing}
            </div>
          </li>`
        : nothing
    }
  </ol>`;
}

const KEYWORDS =
  /\b(create|alter|drop|table|index|unique|add|column|on|not|null|default|primary|key|insert|into|update|set|select|from|where|values|constraint|references|varchar|char|boolean|timestamp|integer|bigint|decimal)\b/gi;

function coloured(statement: string): unknown {
  const parts: unknown[] = [];
  let at = 0;
  for (const match of statement.matchAll(KEYWORDS)) {
    parts.push(statement.slice(at, match.index), html`<span class="k">${match[0]}</span>`);
    at = match.index + match[0].length;
  }
  return [...parts, statement.slice(at)];
}

function sql(plan: Plan): unknown {
  if (plan.sql.length === 0) return nothing;
  return html`<div class="sql-box">
    <table class="grid sql">
      <thead>
        <tr>
          <th scope="col">${t('plan.sql')}</th>
          <th scope="col" class="n">${t('plan.measured')}</th>
        </tr>
      </thead>
      <tbody>
        ${plan.sql.map(
          (one) =>
            html`<tr>
              <td title=${one.script}>${coloured(one.sql)}</td>
              <td class="num">
                ${one.rows > 0 ? t('plan.sql.rows', { millis: one.millis, rows: one.rows }) : t('plan.sql.value', { millis: one.millis })}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function changes(plan: Plan): unknown {
  if (plan.changes.length === 0) return nothing;
  const word: Record<string, string> = {
    added: t('plan.added'),
    changed: t('plan.changed'),
    removed: t('plan.removed'),
  };
  return html`<ul class="diff">
    ${plan.changes.map(({ kind, id, detail }) => {
      const [look, picture] = LOOKS[kind] ?? ['chg', 'arrow-right-left'];
      return html`<li class=${look}>
        ${icon(picture)}<span class="b"><span class="sr">${word[kind] ?? kind}: </span>${id}</span
        ><span class="m2">${label(detail)}</span>
      </li>`;
    })}
  </ul>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../api/problem';
import type { Text } from '../api/types/common';
import { label, t } from '../i18n/i18n';
import { icon } from './icon';

/** Why it is empty, and one thing to do. */
export function empty(picture: string, title: string, why: string, action: unknown = nothing): TemplateResult {
  return vacant(picture, html`<p class="what">${title}</p>`, why, action);
}

/** The same when there is nothing else on the page: its title is the heading of the page. */
export function emptyPage(picture: string, title: string, why: string, action: unknown = nothing): TemplateResult {
  return html`<div class="page lone">${vacant(picture, html`<h1>${title}</h1>`, why, action)}</div>`;
}

const vacant = (picture: string, heading: unknown, why: string, action: unknown) =>
  html`<div class="empty">
    ${icon(picture)} ${heading}
    <p>${why}</p>
    ${action}
  </div>`;

/** What happened, what is safe, what next; in the words of the platform when it had any. */
export function words(problem: Problem): { title: string; detail: string } {
  if (problem.slug === 'offline') return { title: t('error.offline'), detail: t('error.offline.why') };
  if (problem.status === 403) return { title: t('error.forbidden'), detail: t('error.forbidden.why') };
  if (problem.status === 404 && problem.slug !== 'module-missing')
    return { title: t('error.missing'), detail: t('error.missing.why') };
  const detail = [problem.detail, problem.next].filter(Boolean).join(' ');
  return { title: problem.title || t('error.unknown'), detail: detail || t('error.unknown.why') };
}

export function failed(caught: unknown, again?: () => void): TemplateResult {
  return failure(caught, (title) => html`<p class="what">${title}</p>`, again);
}

/** The same when the page itself could not be shown. */
export function failedPage(caught: unknown, again?: () => void): TemplateResult {
  return html`<div class="page lone">${failure(caught, (title) => html`<h1>${title}</h1>`, again)}</div>`;
}

function failure(caught: unknown, heading: (title: string) => unknown, again?: () => void): TemplateResult {
  const problem = Problem.of(caught);
  const { title, detail } = words(problem);
  return html`<div class="empty" role="alert">
    ${icon(problem.slug === 'offline' ? 'wifi-off' : problem.status === 403 ? 'lock' : 'unplug')} ${heading(title)}
    <p>${detail}</p>
    ${again ? html`<button class="btn sm" type="button" @click=${again}>${icon('rotate-cw')}${t('action.again')}</button>` : nothing}
    ${problem.request ? html`<p class="mono s m">${problem.request.replace('urn:vaksam:request:', '')}</p>` : nothing}
  </div>`;
}

export function note(kind: '' | 'warn' | 'bad' | 'ok', picture: string, body: unknown): TemplateResult {
  return html`<div class="note ${kind}" role=${kind === 'bad' ? 'alert' : 'status'}>
    ${icon(picture)}
    <div>${body}</div>
  </div>`;
}

export const noteOf = (caught: unknown) => {
  const { title, detail } = words(Problem.of(caught));
  return note('bad', 'circle-alert', html`<b class="b">${title}</b><br />${detail}`);
};

const LINES = 50;

/** What is wrong in which place, one line each. */
export const faults = (found: { field?: string; detail: Text | string }[]) =>
  found
    .slice(0, LINES)
    .map(({ field, detail }) => html`<p class="s bad"><span class="mono">${field}</span> ${label(detail)}</p>`);

/** The same as the note, with every fault below it. */
export const faultsOf = (caught: unknown) => html`${noteOf(caught)} ${faults(Problem.of(caught).errors)}`;

const WIDTHS = ['w60', 'w80', 'w70', 'w50', 'w75', 'w65'];

/** Lines that keep the final height while something is being fetched. */
export function skeleton(rows: number): TemplateResult {
  return html`<div class="skels" role="status" aria-label=${t('state.loading')}>
    ${Array.from({ length: rows }, (_, at) => html`<div class="skel-row"><span class="skel ${WIDTHS[at % WIDTHS.length]}"></span></div>`)}
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Progress, Step } from '../api/types/modules';
import { label, number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';

export type Look = 'plain' | 'done' | 'now' | 'next';

export const duration = (millis: number) =>
  millis >= 1000 ? `${number(millis / 1000, { maximumFractionDigits: 1 })} s` : `${number(millis)} ms`;

/** The steps of an operation with how far each is: what was expected and has not come yet is next. */
export function laidOut(
  expected: Step[],
  progress: Pick<Progress, 'done' | 'now'> | null,
): { step: Step; look: Look }[] {
  const done = progress?.done ?? [];
  const begun = progress?.now ? [...done, progress.now] : done;
  const known = new Set(begun.map(({ id }) => id));
  return [
    ...done.map((step) => ({ step, look: 'done' as const })),
    ...begun.slice(done.length).map((step) => ({ step, look: 'now' as const })),
    ...expected.filter(({ id }) => !known.has(id)).map((step) => ({ step, look: 'next' as const })),
  ];
}

const SAID = { plain: null, done: 'steps.done', now: 'steps.now', next: 'steps.next' } as const;

/** Each step with what it does or did, and how long it took. */
export const stepList = (steps: { step: Step; look: Look }[]): TemplateResult =>
  html`<ol class="st">
    ${steps.map(({ step, look }, at) => {
      const said = SAID[look];
      return html`<li class="is-${look}">
        <div class="nc">
          <div class="no" aria-hidden="true">${look === 'done' ? icon('check', 'i-s') : at + 1}</div>
        </div>
        <div class="c">
          <p class="name">
            ${label(step.title)}${said ? html`<span class="sr">, ${t(said)}</span>` : nothing}<span class="s num"
              >${step.millis ? duration(step.millis) : nothing}</span
            >
          </p>
          <p class="m2">${label(step.detail)}</p>
        </div>
      </li>`;
    })}
  </ol>`;

import { html, nothing } from 'lit';
import { Problem } from '../api/problem';
import { t } from '../i18n/i18n';
import { icon } from './icon';

/** How much of a long list is shown at first. */
export const FIRST = 10;

/** A way to the rest of a list: what is here already at once, what is not as the next page. */
export function rest(hidden: number, more: (() => void) | null): unknown {
  if (hidden <= 0 && !more) return nothing;
  return html`<button class="btn quiet sm rest" type="button" @click=${more}>
    ${icon('chevron-down')}${hidden > 0 ? t('record.show.more', { n: hidden }) : t('record.show.next')}
  </button>`;
}

/** Tells the page around how many there are: `counted` bubbles with `{what, n}`; `n` ends with `+` when there are more. */
export const counted = (from: HTMLElement, what: string, n: string): void => {
  from.dispatchEvent(new CustomEvent('counted', { detail: { what, n }, bubbles: true }));
};

/** Tells what stands around that this is not for this person, or not there: `refused` bubbles. */
export const refused = (from: HTMLElement, caught: unknown): void => {
  if ([403, 404].includes(Problem.of(caught).status)) from.dispatchEvent(new CustomEvent('refused', { bubbles: true }));
};

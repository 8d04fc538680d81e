import { html, type TemplateResult } from 'lit';
import { get } from '../api/client';
import type { Ground } from '../api/types/secrecy';
import { label } from '../i18n/i18n';

let asked: Promise<Ground[]> | null = null;

/** The provisions to choose from. */
export const grounds = (): Promise<Ground[]> =>
  (asked ??= get<{ items: Ground[] }>('records/secrecy-grounds')
    .then(({ items }) => items)
    .catch(() => {
      asked = null;
      return [];
    }));

/** What `list` of an input refers to: any other provision may be written. */
export const groundList = (id: string, all: Ground[]): TemplateResult =>
  html`<datalist id=${id}>
    ${all.map(({ ground, title }) => html`<option value=${ground}>${label(title)}</option>`)}
  </datalist>`;

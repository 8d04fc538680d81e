import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../api/types/common';
import type { Fault } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { icon } from '../kit/icon';

let numbers = 0;
const ids = new Map<string, string>();

/** An id for a control that stays the same while its key does. */
export function idOf(key: string): string {
  let id = ids.get(key);
  if (!id) ids.set(key, (id = `design-${++numbers}`));
  return id;
}

const empty: Text = { sv: '', en: '' };

/** The same words in Swedish and in English; `settled` when those that technical names are made of are. */
export function words(
  key: string,
  heading: Key,
  value: Text | undefined,
  change: (value: Text) => void,
  settled: () => void = () => undefined,
): TemplateResult {
  const now = value ?? empty;
  const one = (language: 'sv' | 'en', name: Key) =>
    html`<div class="field">
      <label class="label" for=${idOf(`${key}.${language}`)}>${t(heading)}, ${t(name)}</label>
      <input
        class="in"
        id=${idOf(`${key}.${language}`)}
        lang=${language}
        autocomplete="off"
        maxlength="500"
        .value=${now[language]}
        @input=${(event: Event) => change({ ...now, [language]: (event.target as HTMLInputElement).value })}
        @change=${language === 'en' ? settled : nothing}
      />
    </div>`;
  return html`${one('sv', 'design.swedish')}${one('en', 'design.english')}`;
}

export function line(
  key: string,
  heading: Key,
  value: string | undefined,
  change: (value: string) => void,
  hint?: Key,
): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${idOf(key)}>${t(heading)}</label>
    ${hint ? html`<span class="hint" id="${idOf(key)}-hint">${t(hint)}</span>` : nothing}
    <input
      class="in"
      id=${idOf(key)}
      autocomplete="off"
      aria-describedby=${hint ? `${idOf(key)}-hint` : nothing}
      .value=${value ?? ''}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

/** A number, or nothing. */
export function numeric(
  key: string,
  heading: Key,
  value: number | undefined,
  change: (value: number | undefined) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${idOf(key)}>${t(heading)}</label>
    <input
      class="in short"
      id=${idOf(key)}
      inputmode="decimal"
      autocomplete="off"
      .value=${value === undefined ? '' : String(value)}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.replace(/\s/g, '').replace(',', '.');
        change(text === '' || Number.isNaN(Number(text)) ? undefined : Number(text));
      }}
    />
  </div>`;
}

export function tick(heading: Key, value: boolean | undefined, change: (value: boolean) => void): TemplateResult {
  return html`<label class="check block"
    ><input
      type="checkbox"
      .checked=${value ?? false}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />${t(heading)}</label
  >`;
}

export interface Option {
  id: string;
  name: string;
}

export function chooser(
  key: string,
  heading: string,
  value: string,
  options: Option[],
  change: (value: string) => void,
  quiet = false,
): TemplateResult {
  const known = options.some(({ id }) => id === value);
  return html`<div class="field">
    <label class=${quiet ? 'sr' : 'label'} for=${idOf(key)}>${heading}</label>
    <select
      class="in"
      id=${idOf(key)}
      .value=${value}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${known ? nothing : html`<option value=${value} selected>${value || t('form.choose')}</option>`}
      ${options.map(({ id, name }) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
    </select>
  </div>`;
}

/** Buttons to move something in a list, and to take it out. */
export function movers(
  name: string,
  { up, down, remove }: { up: (() => void) | null; down: (() => void) | null; remove: () => void },
): TemplateResult {
  const button = (picture: string, words: string, act: (() => void) | null) =>
    html`<button class="btn quiet icon sm" type="button" aria-label=${words} ?disabled=${!act} @click=${act}>
      ${icon(picture)}
    </button>`;
  return html`<span class="movers"
    >${button('arrow-up', t('design.up', { name }), up)}${button('arrow-down', t('design.down', { name }), down)}${button('trash-2', t('design.remove', { name }), remove)}</span
  >`;
}

/** What is wrong, one line each. */
export const wrongs = (faults: Fault[]): unknown =>
  faults.map(({ detail }) => html`<p class="err">${icon('circle-alert')}${label(detail)}</p>`);

/** Words separated by commas. */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

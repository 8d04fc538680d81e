import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { StateDefinition } from '../api/types/definition';
import { t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { empty, note, skeleton } from './feedback';
import { hasIcon, icon } from './icon';
import { light, person, severity, state } from './marks';
import { toast } from './toast';
import { View } from './view';
import sprite from './icons.svg?raw';
import '../record/combobox';
import './menu';

const STATES: StateDefinition[] = [
  'draft',
  'received',
  'triaged',
  'investigating',
  'actions',
  'closed',
  'rejected',
].map((id) => ({ id, phase: id === 'closed' || id === 'rejected' ? 'closed' : 'open', label: { sv: id, en: id } }));
const ICONS = [...sprite.matchAll(/id="i-([a-z0-9-]+)"/g)].map(([, name]) => name ?? '').filter(hasIcon);
const PLACES = ['Kvarnskolan', 'Parkskolan', 'Stadshuset', 'Stadsbiblioteket'].map((name, at) => ({
  id: name,
  name,
  beside: `E${at + 1}`,
}));

const find = (words: string) =>
  Promise.resolve(PLACES.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())));

/** Every component of the kit in its states, for those who build with it. */
@customElement('vaksam-kit')
export class Kit extends View {
  protected override render(): unknown {
    this.entitle(t('kit.title'));
    const part = (key: Key, body: unknown): TemplateResult =>
      html`<section class="sec">
        <header><h2>${t(key)}</h2></header>
        <div class="kit-part">${body}</div>
      </section>`;
    return html`<div class="page kit-page">
      <h1>${t('kit.title')}</h1>
      <p class="m2 lede">${t('kit.why')}</p>
      ${part('kit.buttons', this.buttons())} ${part('kit.fields', this.fields())}
      ${part('kit.marks', html`${[0, 1, 2, 3, 4].map((level) => severity(level))}${severity(null)}`)}
      ${part(
        'kit.states',
        STATES.map(({ id }) => state(id, STATES)),
      )}
      ${part('kit.lights', html`${light('OK')}${light('WARN')}${light('TEMPORARILY_UNAVAILABLE')}${light('CRITICAL')}${light('none')}`)}
      ${part('kit.people', html`${person({ name: 'Anna Berg' })}${person(null)}<span class="badge warn">${t('accounts.disabled')}</span>`)}
      ${part('kit.notes', html`${note('', 'info', t('kit.sample'))}${note('ok', 'circle-check', t('kit.sample'))}${note('warn', 'triangle-alert', t('kit.sample'))}${note('bad', 'circle-alert', t('kit.sample'))}`)}
      ${part('kit.empty', empty('inbox', t('home.mine.none'), t('home.mine.none.why')))}
      ${part('kit.waiting', html`${skeleton(3)}<progress max="1" .value=${0.4} aria-label=${t('state.loading')}></progress>`)}
      ${part(
        'kit.icons',
        ICONS.map((name) => html`<span class="kit-icon">${icon(name)}<span class="s m">${name}</span></span>`),
      )}
    </div>`;
  }

  private buttons = () => html`
    <button
      class="btn primary"
      type="button"
      @click=${() => toast(t('kit.sample'), { label: t('action.open'), run: () => undefined })}
    >
      ${icon('check')}${t('action.save')}
    </button>
    <button class="btn" type="button">${t('action.open')}</button>
    <button class="btn quiet" type="button">${t('action.cancel')}</button>
    <button class="btn danger" type="button">${icon('trash-2')}${t('action.remove')}</button>
    <button class="btn" type="button" disabled>${t('action.save')}</button>
    <button class="btn icon" type="button" aria-label=${t('action.close')}>${icon('x')}</button>
    <vaksam-menu
      look="btn"
      .face=${html`${t('record.moves')}${icon('chevron-down', 'i-s')}`}
      .items=${html`<button type="button">${icon('circle-arrow-right')}${t('action.open')}</button>`}
    ></vaksam-menu>
    <span class="seg" role="group" aria-label=${t('list.show')}
      ><button type="button" aria-pressed="true">${t('list.show.list')}</button
      ><button type="button" aria-pressed="false">${t('list.show.map')}</button></span
    >
  `;

  private fields = () => html`
    <label class="field"
      ><span class="label">${t('field.title')}</span><span class="hint">${t('kit.sample')}</span
      ><input class="in" autocomplete="off"
    /></label>
    <div class="field">
      <label class="label" for="kit-wrong">${t('field.category')}</label
      ><input class="in" id="kit-wrong" aria-invalid="true" aria-describedby="kit-error" /><span
        class="err"
        id="kit-error"
        >${icon('circle-alert')}${t('kit.sample')}</span
      >
    </div>
    <div class="field">
      <label class="label" for="kit-combobox">${t('field.unit')}</label
      ><vaksam-combobox fieldId="kit-combobox" .ask=${find}></vaksam-combobox>
    </div>
    <label class="check"><input type="checkbox" checked />${t('accounts.enabled')}</label>
    <label class="switch"><input type="checkbox" checked />${t('accounts.enabled')}</label>
  `;
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Text } from '../api/types/common';
import type { Effect } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { severityName } from '../kit/marks';
import { chooser, idOf, line, movers, numeric, words, type Option } from './inputs';
import { moved, replaced, without } from './model';
import { assignment, meant, partyOptions, partyTicks, type Assignment } from './parties';
import { Part } from './part';
import './periodfield';

export const EFFECTS = [
  'assign',
  'route',
  'createAction',
  'startDeadline',
  'stopDeadline',
  'notify',
  'share',
  'set',
] as const;
type Kind = (typeof EFFECTS)[number];

const FRESH: Record<Kind, () => unknown> = {
  assign: () => ({ party: 'manager-of-unit' }),
  route: () => true,
  createAction: () => ({ title: { sv: 'Ny åtgärd', en: 'New action' }, responsible: 'assignee', due: 'P30D' }),
  startDeadline: () => '',
  stopDeadline: () => '',
  notify: () => ({ to: ['reporter'], template: 'changed' }),
  share: () => ({ unit: '' }),
  set: () => ({ severity: 1 }),
};

/** What follows from a transition, in order. Sends `change` with all of it. */
@customElement('vaksam-effects')
export class EffectEditor extends Part {
  @property({ attribute: false }) value: Effect[] = [];

  protected override render(): unknown {
    return html`<fieldset class="field effects">
      <legend class="label">${t('design.effects')}</legend>
      <ol>
        ${this.value.map((effect, at) => this.effect(effect, at))}
      </ol>
      ${chooser(
        'effect.add',
        t('design.effect.add'),
        '',
        [
          { id: '', name: t('design.effect.add') },
          ...EFFECTS.map((id) => ({ id, name: t(`design.effect.${id}` as Key) })),
        ],
        (kind) => kind && this.send([...this.value, { [kind]: this.fresh(kind as Kind) }]),
        true,
      )}
    </fieldset>`;
  }

  private fresh(kind: Kind): unknown {
    return kind === 'startDeadline' || kind === 'stopDeadline' ? (this.doc.deadlines[0]?.id ?? '') : FRESH[kind]();
  }

  private send(value: Effect[]): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }

  private effect(effect: Effect, at: number): unknown {
    const kind = Object.keys(effect)[0] ?? '';
    const name = t(`design.effect.${kind}` as Key);
    const put = (value: unknown) => this.send(replaced(this.value, at, { [kind]: value }));
    return html`<li class="effect">
      <div class="row between">
        <b class="b">${name}</b>${movers(name, {
          up: at > 0 ? () => this.send(moved(this.value, at, -1)) : null,
          down: at < this.value.length - 1 ? () => this.send(moved(this.value, at, 1)) : null,
          remove: () => this.send(without(this.value, at)),
        })}
      </div>
      ${this.details(kind as Kind, effect[kind], `effect.${at}`, put)}
    </li>`;
  }

  private details(kind: Kind, value: unknown, key: string, put: (value: unknown) => void): unknown {
    switch (kind) {
      case 'assign':
        return assignment(key, value as Assignment, this.vocabulary, put, false);
      case 'createAction':
        return this.action(value as { title: Text; responsible: string; due?: string }, key, put);
      case 'startDeadline':
      case 'stopDeadline':
        return chooser(
          key,
          t('design.deadline'),
          String(value),
          this.doc.deadlines.map(({ id, label: name }) => ({ id, name: label(name) || id })),
          put,
          true,
        );
      case 'notify': {
        const notice = value as { to: string[]; template: string };
        return html`${partyTicks(t('design.notify'), notice.to, this.vocabulary, (to) => put({ ...notice, to }))}
        ${chooser(
          `${key}.template`,
          t('design.template'),
          notice.template,
          ['changed', 'closed', 'assigned', 'routed'].map((id) => ({ id, name: t(`design.template.${id}` as Key) })),
          (template) => put({ ...notice, template }),
        )}`;
      }
      case 'share':
        return line(
          key,
          'design.partner',
          (value as { unit: string }).unit,
          (unit) => put({ unit }),
          'design.partner.why',
        );
      case 'set':
        return this.settings(value as Record<string, unknown>, key, put);
      case 'route':
        return html`<p class="s m">${t('design.effect.route.why')}</p>`;
    }
  }

  private action(
    value: { title: Text; responsible: string; due?: string },
    key: string,
    put: (value: unknown) => void,
  ): unknown {
    return html`${words(key, 'design.action', value.title, (title) => put({ ...value, title }))}
      ${chooser(`${key}.responsible`, t('design.responsible'), meant(partyOptions(this.vocabulary), String(value.responsible))?.id ?? value.responsible, partyOptions(this.vocabulary), (responsible) => put({ ...value, responsible }))}
      <vaksam-period
        name=${t('design.due')}
        .value=${value.due ?? 'P30D'}
        @change=${({ detail }: CustomEvent<string>) => put({ ...value, due: detail })}
      ></vaksam-period>`;
  }

  private settings(value: Record<string, unknown>, key: string, put: (value: unknown) => void): unknown {
    const names = Object.keys(value);
    const settable = ['severity', 'category', ...this.doc.fields.map(({ id }) => id)];
    const free = settable.filter((name) => !names.includes(name));
    return html`${names.map(
      (name) =>
        html`<div class="setting">
          ${this.setting(name, value[name], `${key}.${name}`, (next) => put({ ...value, [name]: next }))}
          ${movers(this.fieldName(name), {
            up: null,
            down: null,
            remove: () => put(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))),
          })}
        </div>`,
    )}
    ${chooser(
      `${key}.more`,
      t('design.set.add'),
      '',
      [{ id: '', name: t('design.set.add') }, ...free.map((id) => ({ id, name: this.fieldName(id) }))],
      (name) => name && put({ ...value, [name]: name === 'severity' ? 1 : '' }),
      true,
    )}`;
  }

  private setting(name: string, value: unknown, key: string, put: (value: unknown) => void): unknown {
    const field = this.doc.fields.find(({ id }) => id === name);
    const choose = (options: Option[], plain: (id: string) => unknown) =>
      chooser(key, this.fieldName(name), String(value ?? ''), options, (id) => put(plain(id)));
    if (name === 'severity')
      return choose(
        [0, 1, 2, 3, 4].map((level) => ({ id: String(level), name: severityName(level) })),
        Number,
      );
    if (field?.type === 'boolean')
      return choose(
        [
          { id: 'true', name: t('value.yes') },
          { id: 'false', name: t('value.no') },
        ],
        (id) => id === 'true',
      );
    if (field?.type === 'choice')
      return choose(
        (field.choices ?? []).map(({ id, label: words }) => ({ id, name: label(words) || id })),
        (id) => id,
      );
    const input = html`<div class="field">
      <label class="label" for=${idOf(key)}>${this.fieldName(name)}</label
      ><input
        class="in"
        id=${idOf(key)}
        type=${field?.type === 'date' ? 'date' : 'text'}
        .value=${String(value ?? '')}
        @change=${(event: Event) => put((event.target as HTMLInputElement).value)}
      />
    </div>`;
    if (field?.type === 'number' || field?.type === 'money')
      return html`<span class="sr">${this.fieldName(name)}</span
        >${numeric(key, 'design.number', value as number, (next) => put(next ?? 0))}`;
    return field || name === 'category' ? input : nothing;
  }
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DesignTransition, Effect } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { icon } from '../kit/icon';
import './effecteditor';
import { chooser, words, wrongs } from './inputs';
import { ASKED_FIELDS, setTransition } from './model';
import { Part } from './part';

const REASONS = ['none', 'optional', 'required'] as const;
const ACTIONS = ['at-least-one', 'all-done'] as const;

/** One way from state to state: who may take it, what it asks for and what follows. */
@customElement('vaksam-transition-panel')
export class TransitionPanel extends Part {
  @property() transitionId = '';

  protected override render(): unknown {
    const transition = this.doc.transitions.find(({ id }) => id === this.transitionId);
    if (!transition) return nothing;
    const key = `transition.${transition.id}`;
    const states = this.doc.states.map(({ id, label: name }) => ({ id, name: label(name) || id }));
    return html`<h2>${t('design.transition')}</h2>
      <h3>${label(transition.label) || transition.id}</h3>
      ${wrongs(this.faultsAt(`transitions[${transition.id}]`))}
      ${words(key, 'design.button', transition.label, (text) => this.set({ label: text }, 'label'))}
      <fieldset class="field">
        <legend class="label">${t('design.from')}</legend>
        <div class="ticks">
          ${states.map(
            ({ id, name }) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${transition.from.includes(id)}
                  @change=${() => this.set({ from: toggled(transition.from, id) })}
                />${name}</label
              >`,
          )}
        </div>
      </fieldset>
      ${chooser(`${key}.to`, t('design.to'), transition.to, states, (to) => this.set({ to }))}
      ${chooser(
        `${key}.permission`,
        t('design.who'),
        transition.permission ?? '',
        [
          { id: '', name: t('design.who.handlers') },
          ...this.vocabulary.permissions.map(({ id, title }) => ({ id, name: label(title) || id })),
        ],
        (permission) => this.set({ permission: permission || undefined }),
      )}
      ${chooser(
        `${key}.reason`,
        t('design.reason'),
        transition.reason ?? 'none',
        REASONS.map((id) => ({ id, name: t(`design.reason.${id}`) })),
        (reason) => this.set({ reason: reason as DesignTransition['reason'] }),
      )}
      ${this.requirements(transition)}
      <vaksam-effects
        .session=${this.session}
        .vocabulary=${this.vocabulary}
        .value=${transition.effects ?? []}
        @change=${({ detail }: CustomEvent<Effect[]>) => this.set({ effects: detail.length ? detail : undefined }, 'effects')}
      ></vaksam-effects>
      <button class="btn sm danger" type="button" @click=${this.takeOut}>
        ${icon('trash-2')}${t('design.transition.remove')}
      </button>`;
  }

  private requirements(transition: DesignTransition): unknown {
    const requires = transition.requires ?? [];
    const names = requires.filter((required) => typeof required === 'string');
    const actions = requires.filter((required) => typeof required !== 'string');
    const put = (next: NonNullable<DesignTransition['requires']>) =>
      this.set({ requires: next.length ? next : undefined });
    const all = [...this.doc.fields.map(({ id }) => id), ...ASKED_FIELDS].filter((name) => !names.includes(name));
    return html`<fieldset class="field">
      <legend class="label">${t('design.requires')}</legend>
      <ul class="chips">
        ${names.map(
          (name) =>
            html`<li>
              <span class="badge line">${this.fieldName(name)}</span
              ><button
                class="btn quiet icon sm"
                type="button"
                aria-label=${t('design.remove', { name: this.fieldName(name) })}
                @click=${() => put(requires.filter((one) => one !== name))}
              >
                ${icon('x')}
              </button>
            </li>`,
        )}
      </ul>
      ${chooser(
        `transition.${transition.id}.require`,
        t('design.requires.add'),
        '',
        [{ id: '', name: t('design.requires.add') }, ...all.map((id) => ({ id, name: this.fieldName(id) }))],
        (name) => name && put([...requires, name]),
        true,
      )}
      ${ACTIONS.map((what) => {
        const asked = actions.some((one) => one.actions === what);
        return html`<label class="check block"
          ><input
            type="checkbox"
            .checked=${asked}
            @change=${() =>
              put(
                asked
                  ? requires.filter((one) => typeof one === 'string' || one.actions !== what)
                  : [...requires, { actions: what }],
              )}
          />${t(`design.actions.${what}` as Key)}</label
        >`;
      })}
    </fieldset>`;
  }

  private set(change: Record<string, unknown>, what = ''): void {
    this.change(
      setTransition(this.doc, this.transitionId, change as Partial<DesignTransition>),
      what && `${this.transitionId}.${what}`,
    );
  }

  private readonly takeOut = (): void => {
    this.change({ ...this.doc, transitions: this.doc.transitions.filter(({ id }) => id !== this.transitionId) });
    this.dispatchEvent(new CustomEvent('pick', { detail: null }));
  };
}

const toggled = (list: string[], id: string) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);

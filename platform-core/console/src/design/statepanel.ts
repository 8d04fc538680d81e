import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DesignState } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { chooser, words, wrongs } from './inputs';
import { addTransition, moved, nameState, removeState } from './model';
import { Part } from './part';

/** One state of the process. Sends `pick` when something else is to be shown. */
@customElement('vaksam-state-panel')
export class StatePanel extends Part {
  @property() stateId = '';

  protected override render(): unknown {
    const at = this.doc.states.findIndex(({ id }) => id === this.stateId);
    const state = this.doc.states[at];
    if (!state) return nothing;
    const key = `state.${state.id}`;
    const others = this.doc.states.filter(({ id }) => id !== state.id);
    return html`<h2>${t('design.state')}</h2>
      <h3>${label(state.label) || state.id}</h3>
      ${wrongs(this.faultsAt(`states[${state.id}]`))}
      ${words(key, 'design.label', state.label, (text) => this.set({ label: text }, 'label'), this.named)}
      ${chooser(
        `${key}.phase`,
        t('design.phase'),
        state.phase,
        [
          { id: 'open', name: t('design.phase.open') },
          { id: 'closed', name: t('design.phase.closed') },
        ],
        (phase) => this.set({ phase: phase as DesignState['phase'] }),
      )}
      ${
        this.doc.initial === state.id
          ? html`<p class="s m">${t('design.state.first')}</p>`
          : html`<button class="btn sm" type="button" @click=${() => this.change({ ...this.doc, initial: state.id })}>
              ${icon('play')}${t('design.state.begin')}
            </button>`
      }
      ${chooser(
        `${key}.connect`,
        t('design.state.connect'),
        '',
        [{ id: '', name: t('form.choose') }, ...others.map(({ id, label: name }) => ({ id, name: label(name) || id }))],
        (to) => to && this.connect(to),
      )}
      <div class="row">
        <button
          class="btn sm"
          type="button"
          ?disabled=${at === 0}
          @click=${() => this.change({ ...this.doc, states: moved(this.doc.states, at, -1) })}
        >
          ${icon('arrow-up')}${t('design.earlier')}
        </button>
        <button
          class="btn sm"
          type="button"
          ?disabled=${at === this.doc.states.length - 1}
          @click=${() => this.change({ ...this.doc, states: moved(this.doc.states, at, 1) })}
        >
          ${icon('arrow-down')}${t('design.later')}
        </button>
      </div>
      <button class="btn sm danger" type="button" @click=${this.takeOut}>
        ${icon('trash-2')}${t('design.state.remove')}
      </button>`;
  }

  private set(change: Partial<DesignState>, what = ''): void {
    this.change(
      {
        ...this.doc,
        states: this.doc.states.map((state) => (state.id === this.stateId ? { ...state, ...change } : state)),
      },
      what && `${this.stateId}.${what}`,
    );
  }

  private readonly named = (): void => {
    const { doc, id } = nameState(this.doc, this.stateId);
    if (id === this.stateId) return;
    this.change(doc, `${this.stateId}.label`);
    this.select({ state: id });
  };

  private connect(to: string): void {
    const { doc, id } = addTransition(this.doc, this.stateId, to, { sv: 'Ny övergång', en: 'New transition' });
    this.change(doc);
    this.select({ transition: id });
  }

  private readonly takeOut = (): void => {
    this.change(removeState(this.doc, this.stateId));
    this.select(null);
  };

  private select(what: { state: string } | { transition: string } | null): void {
    this.dispatchEvent(new CustomEvent('pick', { detail: what }));
  }
}

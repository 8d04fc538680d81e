import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Condition } from '../api/types/definition';
import type { Deadline } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import './conditionbuilder';
import { chooser, movers, words, wrongs } from './inputs';
import { free, idFrom, moved, replaced, without } from './model';
import { meant, partyOptions } from './parties';
import { Part } from './part';
import { periodInWords } from './periodfield';

/** Clocks of the process: when they start and stop, what reminds and who is told when it is too late. */
@customElement('vaksam-deadline-designer')
export class DeadlineDesigner extends Part {
  protected override render(): unknown {
    const { deadlines } = this.doc;
    return html`<div class="rules">
      <p class="m2 lede">${t('design.deadlines.why')}</p>
      <ul class="cards">
        ${deadlines.map((deadline, at) => this.deadline(deadline, at))}
      </ul>
      ${deadlines.length ? nothing : html`<p class="m2">${t('design.deadlines.none')}</p>`}
      <button class="btn" type="button" @click=${this.add}>${icon('plus')}${t('design.deadline.add')}</button>
    </div>`;
  }

  private put(deadlines: Deadline[], what = ''): void {
    this.change({ ...this.doc, deadlines }, what);
  }

  private readonly add = (): void => {
    const { deadlines, initial } = this.doc;
    const id = free(
      'deadline',
      deadlines.map((one) => one.id),
    );
    const next = this.doc.transitions.find(({ from }) => from.includes(initial))?.to ?? initial;
    this.put([
      ...deadlines,
      { id, label: { sv: 'Ny frist', en: 'New deadline' }, starts: initial, stops: [next], due: 'P3WD' },
    ]);
    void this.updateComplete.then(() => {
      const input = [...this.querySelectorAll<HTMLInputElement>('.cards > li:last-child input')][0];
      input?.focus();
      input?.select();
    });
  };

  private deadline(deadline: Deadline, at: number): unknown {
    const { deadlines } = this.doc;
    const name = label(deadline.label) || deadline.id;
    const key = `deadline.${at}`;
    const states = this.doc.states.map(({ id, label: words }) => ({ id, name: label(words) || id }));
    const set = (change: Partial<Deadline> | { escalate?: undefined }, what = '') => {
      const next = Object.fromEntries(
        Object.entries({ ...deadline, ...change }).filter(([, value]) => value !== undefined && value !== ''),
      ) as unknown as Deadline;
      this.put(replaced(deadlines, at, next), what && `${key}.${what}`);
    };
    const remind = deadline.remind ?? [];
    return html`<li class="panel pad">
      <div class="row between">
        <h2>${name}</h2>
        ${movers(name, {
          up: at > 0 ? () => this.put(moved(deadlines, at, -1)) : null,
          down: at < deadlines.length - 1 ? () => this.put(moved(deadlines, at, 1)) : null,
          remove: () => this.put(without(deadlines, at)),
        })}
      </div>
      <p class="m2">
        ${t('design.deadline.told', { due: periodInWords(deadline.due), from: this.stateName(deadline.starts) })}
      </p>
      ${wrongs(this.faultsAt(`deadlines[${deadline.id}]`))}
      <div class="pair">
        ${words(
          key,
          'design.label',
          deadline.label,
          (text) => set({ label: text }, 'label'),
          () => this.named(deadline, at),
        )}
      </div>
      <div class="pair">
        ${chooser(
          `${key}.starts`,
          t('design.starts'),
          deadline.starts ?? '',
          [...states, { id: '', name: t('design.starts.effect') }],
          (starts) => set({ starts }),
        )}
        <vaksam-period
          name=${t('design.due')}
          .value=${deadline.due}
          @change=${({ detail }: CustomEvent<string>) => set({ due: detail })}
        ></vaksam-period>
      </div>
      <h3>${t('design.deadline.for')}</h3>
      <vaksam-condition
        .doc=${this.doc}
        .value=${deadline.when}
        name="${name}, ${t('design.deadline.for')}"
        @change=${({ detail }: CustomEvent<Condition | undefined>) => set({ when: detail } as Partial<Deadline>)}
      ></vaksam-condition>
      <fieldset class="field">
        <legend class="label">${t('design.stops')}</legend>
        <div class="ticks">
          ${states.map(
            ({ id, name: state }) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${deadline.stops.includes(id)}
                  @change=${() =>
                    set({
                      stops: deadline.stops.includes(id)
                        ? deadline.stops.filter((one) => one !== id)
                        : [...deadline.stops, id],
                    })}
                />${state}</label
              >`,
          )}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend class="label">${t('design.remind')}</legend>
        ${remind.map(
          (period, index) =>
            html`<span class="row tight"
              ><vaksam-period
                name=${t('design.remind.before')}
                .value=${period}
                @change=${({ detail }: CustomEvent<string>) => set({ remind: replaced(remind, index, detail) })}
              ></vaksam-period
              ><button
                class="btn quiet icon sm"
                type="button"
                aria-label=${t('design.remove', { name: t('design.remind') })}
                @click=${() => set({ remind: remind.length > 1 ? without(remind, index) : (undefined as never) })}
              >
                ${icon('x')}
              </button></span
            >`,
        )}
        <button class="btn quiet sm" type="button" @click=${() => set({ remind: [...remind, 'P1WD'] })}>
          ${icon('plus')}${t('design.remind.add')}
        </button>
      </fieldset>
      ${chooser(
        `${key}.escalate`,
        t('design.escalate'),
        meant(partyOptions(this.vocabulary), deadline.escalate?.to ?? '')?.id ?? deadline.escalate?.to ?? '',
        [{ id: '', name: t('design.nobody') }, ...partyOptions(this.vocabulary)],
        (to) => set(to ? { escalate: { to } } : { escalate: undefined }),
      )}
    </li>`;
  }

  private stateName = (id = '') => label(this.doc.states.find((state) => state.id === id)?.label) || id || '–';

  /** A new deadline gets a technical name of its words. */
  private named(deadline: Deadline, at: number): void {
    if (!/^deadline\d*$/.test(deadline.id)) return;
    const id = free(
      idFrom(deadline.label.en || deadline.label.sv, deadline.id),
      this.doc.deadlines.map((one) => one.id),
    );
    if (!/^deadline\d*$/.test(id))
      this.put(replaced(this.doc.deadlines, at, { ...deadline, id }), `deadline.${at}.label`);
  }
}

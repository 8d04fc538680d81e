import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { post } from '../api/client';
import type { Trial, TrialStep } from '../api/types/design';
import type { KindDefinition } from '../api/types/definition';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { note, noteOf } from '../kit/feedback';
import { icon } from '../kit/icon';
import { state as stateMark } from '../kit/marks';
import '../record/field';
import { body, formField, groupsOf, holds, isEmpty, type FormField, type Values } from '../record/fields';
import { findPeople } from '../record/people';
import { Part } from './part';
import { pictureOf, told } from './follows';

interface Taken {
  id: string;
  members?: Record<string, unknown>;
  reason?: string;
  actionsDone?: boolean;
}

/** Fills in the form as people will see it and moves the test record; nothing is stored and nobody is told. */
@customElement('vaksam-try')
export class TryDesigner extends Part {
  @state() private values: Values = {};
  @state() private trial: Trial | null = null;
  @state() private taken: Taken[] = [];
  @state() private moving: string | null = null;
  @state() private extra: Values = {};
  @state() private reason = '';
  @state() private actionsDone = false;
  @state() private trouble: unknown = null;
  @state() private busy = false;
  private generation = 0;

  private get kind(): KindDefinition {
    return this.doc as unknown as KindDefinition;
  }

  protected override render(): unknown {
    const faults = this.session.faults.value;
    return html`<div class="try">
      <section class="try-form" aria-labelledby="try-form-title">
        <h2 id="try-form-title">${t('design.try.form')}</h2>
        <p class="m2">${t('design.try.why')}</p>
        ${faults.length ? note('warn', 'triangle-alert', t('design.try.faults', { n: faults.length })) : nothing}
        <form novalidate @submit=${this.create}>
          ${keyed(
            this.generation,
            groupsOf(this.kind).map(
              ({ title, fields }) =>
                html`<section class="form-group">
                  <h3>${label(title)}</h3>
                  ${this.shown(fields).map((field) => this.field(field, this.values, (values) => (this.values = values), this.errorsOf(0)))}
                </section>`,
            ),
          )}
          <button class="btn primary" type="submit" ?disabled=${this.busy || faults.length > 0}>
            ${icon('flask-conical')}${t('design.try.create')}
          </button>
          <button class="btn quiet" type="button" @click=${this.restart}>${t('design.try.restart')}</button>
        </form>
      </section>
      <section class="try-steps" aria-labelledby="try-steps-title" aria-live="polite">
        <h2 id="try-steps-title">${t('design.try.steps')}</h2>
        ${this.trouble ? noteOf(this.trouble) : nothing}
        ${this.trial ? this.steps(this.trial) : html`<p class="m2">${t('design.try.none')}</p>`}
      </section>
    </div>`;
  }

  /** Photos that are no field of the kind are nothing that a process asks for. */
  private shown = (fields: FormField[]) =>
    fields.filter(({ id, showIf }) => id !== 'photos' && holds(showIf, { ...this.defaults(), ...this.values }));

  private defaults(): Values {
    const own = Object.fromEntries(
      this.doc.fields.filter((field) => field.default !== undefined).map((field) => [field.id, field.default]),
    );
    return { ...own, ...(this.doc.defaults ?? {}) };
  }

  private field(
    field: FormField,
    values: Values,
    put: (values: Values) => void,
    errors: Record<string, string>,
  ): unknown {
    return html`<vaksam-field
      data-field=${field.id}
      .field=${field}
      .value=${values[field.id] ?? this.defaults()[field.id] ?? null}
      .error=${errors[field.id] ?? ''}
      .findPeople=${findPeople(this.doc.type)}
      @value=${({ detail }: CustomEvent) => put({ ...values, [field.id]: detail })}
    ></vaksam-field>`;
  }

  /** What is wrong in a step, by field. */
  private errorsOf(step: number): Record<string, string> {
    const problems = this.trial?.steps[step]?.problems ?? [];
    return Object.fromEntries(problems.map(({ field, detail }) => [field.replace(/^fields\./, ''), label(detail)]));
  }

  private readonly create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.taken = [];
    await this.run([]);
  };

  private async run(transitions: Taken[]): Promise<void> {
    this.busy = true;
    try {
      await this.session.settled();
      const fields = this.shown(groupsOf(this.kind).flatMap((group) => group.fields)).filter(
        ({ id }) => !isEmpty(this.values[id]),
      );
      const trial = await post<Trial>(`definitions/drafts/${this.session.draft.id}/trial`, {
        members: body(fields, this.values),
        transitions,
      });
      this.trial = trial;
      this.trouble = null;
      if (trial.steps.every(({ ok }) => ok)) {
        this.taken = transitions;
        this.moving = null;
        this.extra = {};
        this.reason = '';
        this.actionsDone = false;
      }
    } catch (caught) {
      this.trouble = caught;
    } finally {
      this.busy = false;
    }
  }

  private readonly restart = (): void => {
    this.values = {};
    this.trial = null;
    this.taken = [];
    this.generation += 1;
  };

  private steps(trial: Trial): unknown {
    const good = trial.steps.filter(({ ok }) => ok);
    const wrong = trial.steps.find(({ ok }) => !ok);
    return html`<ol class="tl">
        ${good.map((step) => this.step(step))}
      </ol>
      ${wrong ? this.wrong(wrong) : nothing} ${good.length ? this.possible(trial) : nothing}`;
  }

  private step(step: TrialStep): unknown {
    return html`<li>
      <span class="dot" aria-hidden="true">${icon('check')}</span>
      <div class="ev">
        <p>
          <b>${step.step === 'create' ? t('design.try.created') : label(step.label)}</b>
          ${icon('arrow-right', 'i-s')} ${stateMark(step.state.id, this.doc.states)}
        </p>
        <ul class="follows">
          ${step.follows.map((follow) => html`<li>${icon(pictureOf(follow), 'i-s')} ${told(follow, this.vocabulary, this.fieldName)}</li>`)}
        </ul>
      </div>
    </li>`;
  }

  private wrong(step: TrialStep): unknown {
    return note(
      'bad',
      'circle-alert',
      html`<b class="b">${t('design.try.stopped')}</b>
        <ul>
          ${step.problems.map(({ field, label: name, detail }) => {
            const named = label(name);
            return html`<li>
              ${label(detail).includes(named) || named === field ? nothing : html`<b>${named}</b>: `}${label(detail)}
            </li>`;
          })}
        </ul>`,
    );
  }

  private possible(trial: Trial): unknown {
    return html`<h3>${t('design.try.possible')}</h3>
      ${trial.possible.length ? nothing : html`<p class="m2">${t('design.try.end')}</p>`}
      <ul class="ways-on">
        ${trial.possible.map(
          ({ id, label: name, missing, missingActions }) =>
            html`<li>
              <button
                class="btn sm"
                type="button"
                aria-expanded=${this.moving === id}
                @click=${() => (this.moving = this.moving === id ? null : id)}
              >
                ${icon('circle-arrow-right')}${label(name)}
              </button>
              ${
                missing.length
                  ? html`<span class="s m"
                      >${t('design.try.missing', { what: missing.map(({ field }) => this.fieldName(field)).join(', ') })}</span
                    >`
                  : nothing
              }
              ${missingActions.map((what) => html`<span class="s m">${t(`design.actions.${what}` as Key)}</span>`)}
              ${this.moving === id ? this.mover(id, trial) : nothing}
            </li>`,
        )}
      </ul>`;
  }

  private mover(id: string, trial: Trial): unknown {
    const transition = trial.possible.find((one) => one.id === id)!;
    const fields = transition.missing
      .map(({ field }) => formField(field, this.kind))
      .filter((field): field is FormField => field !== null);
    const errors = this.errorsOf(trial.steps.length - 1);
    return html`<form class="mover" novalidate @submit=${(event: SubmitEvent) => this.move(event, id, fields)}>
      ${fields.map((field) => this.field(field, this.extra, (extra) => (this.extra = extra), errors))}
      ${
        transition.reason === 'none'
          ? nothing
          : html`<label class="field"
              ><span class="label">${t('design.reason.given')}</span
              ><input
                class="in"
                .value=${this.reason}
                @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
            /></label>`
      }
      ${
        trial.actions.open
          ? html`<label class="check block"
              ><input
                type="checkbox"
                .checked=${this.actionsDone}
                @change=${(event: Event) => (this.actionsDone = (event.target as HTMLInputElement).checked)}
              />${t('design.try.actionsDone', { n: trial.actions.open })}</label
            >`
          : nothing
      }
      <button class="btn sm primary" type="submit" ?disabled=${this.busy}>${label(transition.label)}</button>
    </form>`;
  }

  private async move(event: SubmitEvent, id: string, fields: FormField[]): Promise<void> {
    event.preventDefault();
    const filled = fields.filter(({ id: name }) => !isEmpty(this.extra[name]));
    await this.run([
      ...this.taken,
      { id, members: body(filled, this.extra), reason: this.reason, actionsDone: this.actionsDone },
    ]);
  }
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, get } from '../api/client';
import { Problem } from '../api/problem';
import type { Comparison, Difference, StrandedGroup } from '../api/types/design';
import { label, number, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { note, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { forgetDefinitions } from '../record/definitions';
import { address, go } from '../shell/router';
import { chooser, wrongs } from './inputs';
import { Part } from './part';

/** What differs from what is in force, which records would be left behind, and the publication itself. */
@customElement('vaksam-publish')
export class PublishDesigner extends Part {
  @state() private comparison: Comparison | null = null;
  @state() private mapping: Record<string, string> = {};
  @state() private move = false;
  @state() private reason = '';
  @state() private trouble: unknown = null;
  @state() private busy = false;
  private shownFor: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      await this.session.settled();
      this.shownFor = this.doc;
      this.comparison = await get<Comparison>(`definitions/drafts/${this.session.draft.id}/differences`);
      this.trouble = null;
    } catch (caught) {
      this.trouble = caught;
    }
  }

  protected override updated(): void {
    if (this.comparison && this.shownFor !== this.doc) void this.load();
  }

  protected override render(): unknown {
    const { comparison } = this;
    if (!comparison) return html`<div class="rules">${this.trouble ? noteOf(this.trouble) : skeleton(5)}</div>`;
    const faults = this.session.faults.value;
    const over = comparison.version !== comparison.base;
    return html`<div class="rules publish">
      ${
        faults.length
          ? html`<section class="sec" aria-labelledby="faults-title">
              <h2 id="faults-title">${t('design.wrong', { n: faults.length })}</h2>
              ${wrongs(faults)}
            </section>`
          : nothing
      }
      <section class="sec" aria-labelledby="differences-title">
        <h2 id="differences-title">
          ${comparison.version ? t('design.differences', { n: comparison.version }) : t('design.differences.new')}
        </h2>
        ${over ? note('warn', 'triangle-alert', t('design.over', { base: comparison.base, now: comparison.version })) : nothing}
        <ul class="lines differences">
          ${comparison.differences.map((difference) => html`<li>${this.difference(difference)}</li>`)}
        </ul>
        ${comparison.differences.length ? nothing : html`<p class="m2">${t('design.differences.none')}</p>`}
      </section>
      ${comparison.stranded.length ? this.stranded(comparison.stranded) : nothing} ${this.form(comparison)}
    </div>`;
  }

  private difference({ section, change, label: name, id, members }: Difference): unknown {
    return html`<span class="badge ${LOOKS[change]}">${t(`design.change.${change}`)}</span>
      <span class="grow"
        ><b class="b">${t(`design.section.${section}` as Key)}</b> ${name ? label(name) : (id ?? '')}
        ${
          members?.length
            ? html`<span class="s m">${members.map(({ name: member }) => memberName(member)).join(', ')}</span>`
            : nothing
        }</span
      >`;
  }

  private stranded(groups: StrandedGroup[]): unknown {
    const states = this.doc.states.map(({ id, label: name }) => ({ id, name: label(name) || id }));
    return html`<section class="sec" aria-labelledby="stranded-title">
      <h2 id="stranded-title">${t('design.stranded')}</h2>
      ${note('warn', 'triangle-alert', t('design.stranded.why'))}
      <ul class="lines">
        ${groups.map(
          ({ state: id, label: name, records, gone, examples }) =>
            html`<li>
              <div class="grow">
                <p>
                  <b class="b">${label(name)}</b>:
                  ${t(gone ? 'design.stranded.gone' : 'design.stranded.stuck', { n: records })}
                </p>
                <p class="s m breaks">${examples.map((one) => `${one.number} ${one.title}`).join(' · ')}</p>
                ${chooser(
                  `stranded.${id}`,
                  t('design.stranded.to', { state: label(name) }),
                  this.mapping[id] ?? '',
                  [{ id: '', name: t('form.choose') }, ...states.filter((state) => state.id !== id)],
                  (to) => {
                    const { [id]: _before, ...rest } = this.mapping;
                    this.mapping = to ? { ...rest, [id]: to } : rest;
                  },
                )}
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private form(comparison: Comparison): unknown {
    const mapped = Object.keys(this.mapping).length > 0;
    const blocked =
      this.session.faults.value.length > 0 || comparison.stranded.some(({ state: id }) => !this.mapping[id]);
    return html`<form class="sec publish-form" @submit=${this.publish}>
      <h2>${t('design.publish')}</h2>
      <div class="field">
        <label class="label" for="publish-reason">${t('design.publish.reason')}</label>
        <span class="hint" id="publish-reason-hint">${t('design.publish.reason.why')}</span>
        <textarea
          class="in"
          id="publish-reason"
          rows="3"
          required
          maxlength="2000"
          aria-describedby="publish-reason-hint"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      ${
        comparison.version
          ? html`<label class="check block"
              ><input
                type="checkbox"
                .checked=${this.move || mapped}
                ?disabled=${mapped}
                @change=${(event: Event) => (this.move = (event.target as HTMLInputElement).checked)}
              />${t('design.publish.move')}</label
            >`
          : nothing
      }
      ${this.trouble ? noteOf(this.trouble) : nothing}
      ${blocked ? html`<p class="s m">${t('design.publish.blocked')}</p>` : nothing}
      <button class="btn primary" type="submit" ?disabled=${this.busy || blocked || !this.reason.trim()}>
        ${icon('circle-check')}${t('design.publish.version', { n: number(comparison.version + 1) })}
      </button>
    </form>`;
  }

  private readonly publish = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    try {
      const etag = await this.session.settled();
      const { body } = await call<{ version: number }>(`definitions/drafts/${this.session.draft.id}/publish`, {
        method: 'POST',
        body: { reason: this.reason, states: this.mapping, move: this.move, over: this.comparison!.version },
        headers: { 'If-Match': etag },
      });
      forgetDefinitions();
      toast(t('design.published', { name: label(this.doc.title), n: body.version }));
      go(address('/admin/definitions'));
    } catch (caught) {
      this.trouble = caught;
      if (Problem.of(caught).status === 409) await this.reload(caught);
    } finally {
      this.busy = false;
    }
  };

  /** Shows what is there now, and still what went wrong. */
  private async reload(caught: unknown): Promise<void> {
    await this.load();
    this.trouble = caught;
  }
}

const LOOKS: Record<Difference['change'], string> = { added: 'ok', removed: 'bad', changed: 'info', moved: 'line' };

/** Members of fields, states, transitions and deadlines by the names their panels give them. */
const MEMBERS: Record<string, Key> = {
  label: 'design.label',
  help: 'design.help',
  type: 'design.type',
  required: 'design.required',
  showIf: 'design.showIf',
  sensitive: 'design.sensitive',
  facet: 'design.facet',
  measure: 'design.measure',
  secrecy: 'design.ground',
  default: 'design.default',
  choices: 'design.choices',
  columns: 'design.columns',
  min: 'design.min',
  max: 'design.max',
  maxLength: 'design.maxLength',
  pattern: 'design.pattern',
  unit: 'design.measured',
  currency: 'design.currency',
  roles: 'design.roles',
  phase: 'design.phase',
  from: 'design.from',
  to: 'design.to',
  permission: 'design.who',
  reason: 'design.reason',
  requires: 'design.requires',
  effects: 'design.effects',
  starts: 'design.starts',
  stops: 'design.stops',
  due: 'design.due',
  remind: 'design.remind',
  escalate: 'design.escalate',
};

const memberName = (member: string): string => (MEMBERS[member] ? t(MEMBERS[member]) : member).toLowerCase();

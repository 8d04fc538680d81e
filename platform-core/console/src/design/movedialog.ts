import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { DesignKind, Doc, MovePlan } from '../api/types/design';
import { label, number, t } from '../i18n/i18n';
import '../kit/dialog';
import { note, skeleton } from '../kit/feedback';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { chooser } from './inputs';

/** Moves the records of a kind to its newest version: what that means first, then it is done in the background. */
@customElement('vaksam-move-records')
export class MoveRecords extends Trying {
  @property() type = '';
  @property({ attribute: false }) kind!: DesignKind;
  @state() private plan: MovePlan | null = null;
  @state() private states: Record<string, string> = {};
  @state() private reason = '';
  private doc: Doc | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.preview();
  }

  private get address(): string {
    return `definitions/${this.type}/${this.kind.kind}`;
  }

  private preview = (): Promise<boolean> =>
    this.attempt(async () => {
      this.doc ??= (await get<{ definition: Doc }>(this.address)).definition;
      this.plan = await post<MovePlan>(`${this.address}/moves/preview`, { states: this.states });
    });

  protected override render(): unknown {
    const { plan } = this;
    const name = label(this.kind.title) || this.kind.kind;
    return html`<vaksam-dialog
      look="wide"
      heading=${t('design.move.title', { name, n: this.kind.version })}
      .body=${html`${this.troubled()} ${plan ? this.shown(plan) : skeleton(4)}`}
      .buttons=${html`<button class="btn" type="button" data-first @click=${this.leave}>${t('action.cancel')}</button
        ><button
          class="btn primary"
          type="button"
          ?disabled=${this.busy || !plan || plan.records === 0 || !this.reason.trim()}
          @click=${this.start}
        >
          ${t('design.move.go', { n: plan?.records ?? 0 })}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private shown(plan: MovePlan): unknown {
    const options = (this.doc?.states ?? []).map(({ id, label: name }) => ({ id, name: label(name) || id }));
    return html`<ul class="lines">
        ${plan.lines.map(
          (line) =>
            html`<li>
              <span class="grow"
                >${t('design.move.line', { n: line.records, version: line.version, state: label(line.label) })}</span
              >
              ${chooser(
                `move.${line.version}.${line.state}`,
                t('design.stranded.to', { state: label(line.label) }),
                line.to,
                [{ id: '', name: t('design.move.stay') }, ...options],
                (to) => {
                  const { [line.state]: _before, ...rest } = this.states;
                  this.states = to ? { ...rest, [line.state]: to } : rest;
                  void this.preview();
                },
                true,
              )}
            </li>`,
        )}
      </ul>
      ${
        plan.left.length
          ? note(
              'warn',
              'triangle-alert',
              html`${t('design.move.left')}
                <ul>
                  ${plan.left.map(({ label: name, version }) => html`<li>${label(name)} (${t('design.version', { n: version })})</li>`)}
                </ul>`,
            )
          : nothing
      }
      ${
        plan.missing.length
          ? note('', 'info', t('design.move.missing', { what: plan.missing.map((one) => label(one.label)).join(', ') }))
          : nothing
      }
      ${plan.staying ? html`<p class="s m">${t('design.move.staying', { n: number(plan.staying) })}</p>` : nothing}
      <label class="field"
        ><span class="label">${t('design.publish.reason')}</span
        ><input
          class="in"
          maxlength="2000"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
      /></label>`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly start = (): void => {
    void this.attempt(async () => {
      await post(`${this.address}/moves`, { states: this.states, hash: this.plan!.hash, reason: this.reason });
      toast(t('design.move.started'));
      this.dispatchEvent(new CustomEvent('done'));
      this.leave();
    });
  };
}

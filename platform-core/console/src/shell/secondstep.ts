import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import type { Enrolment, Pending, Session } from '../api/types/session';
import { t } from '../i18n/i18n';
import { note, words } from '../kit/feedback';
import { View } from '../kit/view';
import { codeField, enrolmentShown } from '../profile/enrolment';
import '../profile/recoverycodes';
import { arrive, enrol, sendCode } from './session';

/** The code after the password; who must have a second factor and has none sets it up here. Sends `over` to start again. */
@customElement('vaksam-second-step')
export class SecondStep extends View {
  @property({ attribute: false }) pending: Pending | null = null;
  @state() private enrolment: Enrolment | null = null;
  @state() private entered: (Session & { recoveryCodes: string[] }) | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.pending?.enrol) void this.attempt(async ({ pending }) => void (this.enrolment = await enrol(pending)));
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLInputElement>('[name=code]')?.focus();
  }

  protected override render(): unknown {
    if (this.entered)
      return html`<h1 id="login-title">${t('factor.codes')}</h1>
        <vaksam-recovery-codes
          .codes=${this.entered.recoveryCodes}
          @done=${() => this.entered && arrive(this.entered)}
        ></vaksam-recovery-codes>`;
    const enrolling = this.pending?.enrol ?? false;
    return html`<h1 id="login-title">${t(enrolling ? 'factor.enrol' : 'factor.step')}</h1>
      <p class="m2">${t(enrolling ? 'factor.enrol.why' : 'factor.step.why')}</p>
      <form class="stack" @submit=${this.submit}>
        ${this.problem ? this.trouble(this.problem) : nothing}
        ${this.enrolment ? enrolmentShown(this.enrolment) : nothing} ${codeField(!enrolling)}
        <button class="btn primary touch" type="submit" ?disabled=${this.busy}>${t('login.in')}</button>
        <button class="btn quiet" type="button" @click=${this.leave}>${t('factor.restart')}</button>
      </form>`;
  }

  private trouble(problem: Problem): unknown {
    const { title, detail } = words(problem);
    return note('bad', 'circle-alert', html`<b class="b">${title}</b><br />${detail}`);
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('over'));
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get('code'));
    void this.attempt(async ({ pending }) => {
      const next = await sendCode(pending, code);
      if (next.recoveryCodes.length) this.entered = next;
      else arrive(next);
    });
  };

  private async attempt(work: (pending: Pending) => Promise<void>): Promise<void> {
    if (!this.pending) return;
    this.busy = true;
    try {
      await work(this.pending);
      this.problem = null;
    } catch (caught) {
      this.problem = Problem.of(caught);
      this.querySelector<HTMLInputElement>('[name=code]')?.select();
    } finally {
      this.busy = false;
    }
  }
}

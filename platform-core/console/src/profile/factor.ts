import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { Enrolment, SecondFactor } from '../api/types/session';
import { t, type Values } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { codeField, enrolmentShown } from './enrolment';
import './recoverycodes';
import '../kit/dialog';

type Step = 'begin' | 'confirm' | 'renew' | 'disable';

const TITLES: Record<Step, Key> = {
  begin: 'factor.enable',
  confirm: 'factor.enable',
  renew: 'factor.renew',
  disable: 'factor.disable',
};

/** One's own second factor: on, off, fresh recovery codes. */
@customElement('vaksam-own-factor')
export class OwnFactor extends Trying {
  @state() private factor: SecondFactor | null = null;
  @state() private step: Step | null = null;
  @state() private enrolment: Enrolment | null = null;
  @state() private codes: string[] = [];
  @state() private problem: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.factor = await get<SecondFactor>('profile/second-factor');
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="factor-title">
      <header><h2 id="factor-title">${t('factor.title')}</h2></header>
      <p class="m2">${t('factor.why')}</p>
      ${this.problem ? failed(this.problem, () => void this.load()) : this.factor ? this.shown(this.factor) : skeleton(2)}
      ${this.step || this.codes.length ? this.dialog() : nothing}
    </section>`;
  }

  private shown({ on, required, recoveryCodes }: SecondFactor): unknown {
    const button = (step: Step, picture: string, values: Values = {}) =>
      html`<button class="btn" type="button" @click=${() => this.open(step)}>
        ${icon(picture)}${t(TITLES[step], values)}
      </button>`;
    if (!on)
      return html`<div class="row wrap">
        <span class="badge">${t('factor.off')}</span>${button('begin', 'shield-check')}
      </div>`;
    return html`<div class="row wrap">
      <span class="badge ok">${t('factor.on')}</span>
      <span class="m2">${t('factor.codes.left', { n: recoveryCodes })}</span>
      ${button('renew', 'refresh-cw')}
      ${required ? html`<span class="m s">${t('factor.required')}</span>` : button('disable', 'power-off')}
    </div>`;
  }

  private open(step: Step): void {
    this.trouble = null;
    this.step = step;
  }

  private dialog(): unknown {
    if (this.codes.length)
      return html`<vaksam-dialog
        heading=${t('factor.codes')}
        .body=${html`<vaksam-recovery-codes .codes=${this.codes} @done=${this.leave}></vaksam-recovery-codes>`}
        @close=${this.leave}
      ></vaksam-dialog>`;
    const { step } = this;
    if (!step) return nothing;
    const form = html`<form id="factor-form" class="stack" @submit=${this.submit}>
      ${this.troubled()} ${this.enrolment && step === 'confirm' ? enrolmentShown(this.enrolment) : nothing}
      ${step === 'confirm' ? nothing : this.passwordField()}
      ${step === 'begin' ? nothing : codeField(step !== 'confirm')}
    </form>`;
    return html`<vaksam-dialog
      heading=${t(TITLES[step])}
      .body=${form}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn ${step === 'disable' ? 'danger' : 'primary'}" type="submit" form="factor-form">
          ${t(step === 'begin' ? 'factor.next' : TITLES[step])}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private passwordField = () =>
    html`<label class="field"
      ><span class="label">${t('password.current')}</span
      ><input class="in" type="password" name="password" autocomplete="current-password" required
    /></label>`;

  private readonly leave = (): void => {
    this.step = null;
    this.enrolment = null;
    this.codes = [];
    void this.load();
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const password = String(form.get('password'));
    const code = String(form.get('code'));
    await this.attempt(async () => {
      if (this.step === 'begin') {
        this.enrolment = await post<Enrolment>('profile/second-factor', { password });
        this.step = 'confirm';
      } else if (this.step === 'confirm') this.keep(await post<Codes>('profile/second-factor/confirmation', { code }));
      else if (this.step === 'renew')
        this.keep(await post<Codes>('profile/second-factor/recovery-codes', { password, code }));
      else {
        await post<void>('profile/second-factor/removal', { password, code });
        toast(t('factor.disabled'));
        this.leave();
      }
    });
  };

  private keep({ recoveryCodes }: Codes): void {
    this.codes = recoveryCodes;
    this.step = null;
  }
}

interface Codes {
  recoveryCodes: string[];
}

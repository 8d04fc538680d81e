import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { Certificate, Countersignature, Trust } from '../api/types/trust';
import { t } from '../i18n/i18n';
import { moment, shortDay } from '../i18n/time';
import { failedPage, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { may } from '../shell/session';
import './certificate';
import { commonName } from './names';
import { questionDialog, type Question } from './question';

/** How a certificate stands at a moment. */
export function validity({ validFrom, validTo }: Certificate, now: number): 'valid' | 'expired' | 'early' {
  if (Date.parse(validTo) < now) return 'expired';
  return Date.parse(validFrom) > now ? 'early' : 'valid';
}

/** Whose modules are accepted: what the policy does, certificates, and single files that somebody has vouched for. */
@customElement('vaksam-trust')
export class TrustPage extends Trying {
  @state() private trust: Trust | null = null;
  @state() private problem: unknown = null;
  @state() private adding = false;
  @state() private question: Question | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('trust.title'));
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.trust = await get<Trust>('modules/trust');
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  private get manage(): boolean {
    return may('platform:modules:manage');
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    const { trust } = this;
    if (!trust) return html`<div class="page">${skeleton(6)}</div>`;
    return html`<div class="page admin-page">
        <div class="head">
          <div>
            <h1>${t('trust.title')}</h1>
            <p class="m2">${t('trust.why')}</p>
          </div>
        </div>
        ${this.troubled()} ${this.policy(trust)} ${this.certificates(trust)} ${this.countersignatures(trust)}
      </div>
      ${this.question ? questionDialog(this.question, () => (this.question = null)) : nothing}
      ${
        this.adding
          ? html`<vaksam-certificate
              @done=${() => (this.adding = false)}
              @added=${() => void this.load()}
            ></vaksam-certificate>`
          : nothing
      }`;
  }

  private policy({ policy }: Trust): unknown {
    const strict = policy === 'enforce';
    const words = html`<b class="b">${t(`trust.policy.${policy}`)}</b><br />${t(`trust.policy.${policy}.why`)}`;
    return note(strict ? 'ok' : 'warn', strict ? 'shield-check' : 'shield-alert', words);
  }

  private certificates({ certificates }: Trust): unknown {
    return html`<section class="sec" aria-labelledby="certificates-title">
      <header>
        <h2 id="certificates-title">${t('trust.certificates')}</h2>
        ${
          this.manage
            ? html`<button class="btn sm push" type="button" @click=${() => (this.adding = true)}>
                ${icon('plus')}${t('trust.add')}
              </button>`
            : nothing
        }
      </header>
      <p class="m2">${t(certificates.length ? 'trust.certificates.why' : 'trust.certificates.none')}</p>
      <ul class="lines">
        ${certificates.map((certificate) => this.certificate(certificate))}
      </ul>
    </section>`;
  }

  private certificate(certificate: Certificate): unknown {
    const { fingerprint, subject, validFrom, validTo, origin, addedBy, addedAt } = certificate;
    const name = commonName(subject);
    const badge = {
      valid: nothing,
      expired: html`<span class="badge bad">${icon('clock-alert')}${t('trust.expired')}</span>`,
      early: html`<span class="badge warn">${icon('clock')}${t('trust.early')}</span>`,
    }[validity(certificate, Date.now())];
    const from =
      origin === 'distribution'
        ? t('trust.from.distribution')
        : t('trust.from.person', { name: addedBy ?? '', time: addedAt ? moment(addedAt) : '' });
    return html`<li>
      <div class="grow">
        <p class="breaks"><b class="b">${name}</b> ${badge}</p>
        <p class="s m2">${t('trust.valid', { from: shortDay(validFrom), to: shortDay(validTo) })} · ${from}</p>
        <p class="s m breaks">
          ${name === subject ? nothing : html`${subject}<br />`}<span class="mono">${fingerprint}</span>
        </p>
      </div>
      ${
        origin === 'distribution'
          ? nothing
          : this.take(t('trust.remove.one', { name }), {
              heading: t('trust.remove.title', { name }),
              why: t('trust.remove.why'),
              verb: t('trust.remove.do'),
              act: () => void this.removeAt(fingerprint, t('trust.removed', { name })),
            })
      }
    </li>`;
  }

  private countersignatures({ countersignatures }: Trust): unknown {
    return html`<section class="sec" aria-labelledby="vouched-title">
      <header><h2 id="vouched-title">${t('trust.vouched')}</h2></header>
      <p class="m2">${t(countersignatures.length ? 'trust.vouched.why' : 'trust.vouched.none')}</p>
      <ul class="lines">
        ${countersignatures.map((one) => this.countersignature(one))}
      </ul>
    </section>`;
  }

  private countersignature({ sha, module, version, reason, by, at }: Countersignature): unknown {
    const title = `${module} ${version}`;
    return html`<li>
      <div class="grow">
        <p><b class="b">${title}</b></p>
        <p class="breaks">${reason}</p>
        <p class="s m2">${by}, ${moment(at)}</p>
        <p class="s m mono breaks">${sha}</p>
      </div>
      ${this.take(t('trust.withdraw.one', { title }), {
        heading: t('trust.withdraw.title', { title }),
        why: t('trust.withdraw.why'),
        verb: t('trust.withdraw.do'),
        act: () => void this.removeAt(`countersignatures/${sha}`, t('trust.withdrawn', { title })),
      })}
    </li>`;
  }

  private take(name: string, question: Question): unknown {
    if (!this.manage) return nothing;
    return html`<button
      class="btn quiet icon sm danger"
      type="button"
      aria-label=${name}
      @click=${() => (this.question = question)}
    >
      ${icon('trash-2')}
    </button>`;
  }

  private async removeAt(path: string, said: string): Promise<void> {
    await this.attempt(async () => {
      await remove(`modules/trust/${path}`);
      toast(said);
      await this.load();
    });
  }
}

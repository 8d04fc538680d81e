import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Why } from '../api/types/access';
import { label, t } from '../i18n/i18n';
import { Trying } from '../kit/trying';
import type { Choosable } from './combobox';
import { findAccounts } from '../admin/people';
import './combobox';

/** For those who manage accounts: why somebody sees this record. */
@customElement('vaksam-why')
export class WhySeen extends Trying {
  @property() recordId = '';
  @state() private answer: Why | null = null;

  protected override render(): unknown {
    return html`<details>
      <summary>${t('why.title')}</summary>
      <div class="field">
        <label class="label" for="why-person">${t('why.person')}</label
        ><vaksam-combobox fieldId="why-person" .ask=${findAccounts} @chosen=${this.explain}></vaksam-combobox>
      </div>
      <div aria-live="polite">${this.troubled()} ${this.answer ? this.chain(this.answer) : nothing}</div>
    </details>`;
  }

  private chain({ account: { name }, sees, chain }: Why): unknown {
    return html`<p>${t(sees ? 'why.sees' : 'why.not', { name })}</p>
      <ul>
        ${chain.map((step) => html`<li class="s">${this.step(step)}</li>`)}
      </ul>`;
  }

  private step({ because, group, role, permission, unit }: Why['chain'][number]): string {
    if (because !== 'grant') return t(`why.${because}`);
    const parts = {
      role: label(role ?? undefined),
      unit: unit ? label(unit.name) : t('access.everywhere').toLowerCase(),
      permission: permission ?? '',
    };
    return group ? t('why.group', { ...parts, group }) : t('why.grant', parts);
  }

  private readonly explain = async ({ detail }: CustomEvent<Choosable | null>): Promise<void> => {
    this.answer = null;
    this.trouble = null;
    if (!detail) return;
    await this.attempt(async () => {
      this.answer = await get<Why>(`records/${this.recordId}/why?account=${encodeURIComponent(detail.id)}`);
    });
  };
}

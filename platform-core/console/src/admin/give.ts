import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { post } from '../api/client';
import type { Role } from '../api/types/access';
import { label, t } from '../i18n/i18n';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { type Ask, type Choosable, comboField } from '../record/combobox';
import { findUnits } from '../record/units';
import '../kit/dialog';

/** Gives a role. Sends `given` or `close`. */
@customElement('vaksam-give')
export class Give extends Trying {
  @property({ attribute: false }) roles: Role[] = [];
  @property({ attribute: false }) holder: Choosable | null = null;
  @property({ attribute: false }) unit: Choosable | null = null;
  @property({ attribute: false }) findHolders: Ask = () => Promise.resolve([]);

  protected override render(): unknown {
    return html`<vaksam-dialog
      heading=${t('access.give')}
      .body=${html`<form id="give-form" class="stack" @submit=${this.give}>
        ${this.troubled()}
        ${comboField('give-holder', t('access.who'), this.holder, this.findHolders, (to) => (this.holder = to))}
        <label class="field"
          ><span class="label">${t('access.role')}</span
          ><select class="in" name="role" required>
            <option value="">${t('form.choose')}</option>
            ${this.roles.map(({ id, title }) => html`<option value=${id}>${label(title)}</option>`)}
          </select></label
        >
        ${comboField('give-unit', t('access.unit'), this.unit, findUnits, (to) => (this.unit = to), 'give-unit-hint')}
        <p class="hint" id="give-unit-hint">${t('access.everywhere.hint')}</p>
        ${this.day('validFrom', t('access.from'))} ${this.day('validTo', t('access.to'))}
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="give-form">${t('access.give')}</button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private day(name: string, title: string): unknown {
    return html`<label class="field"
      ><span class="label">${title} <span class="opt">${t('form.optional')}</span></span
      ><input class="in" type="date" name=${name}
    /></label>`;
  }

  private readonly leave = () => this.dispatchEvent(new CustomEvent('close'));

  private readonly give = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const days = ['validFrom', 'validTo'].filter((name) => form.get(name)).map((name) => [name, form.get(name)]);
    const kind = this.holder?.beside === t('access.group') ? 'group' : 'account';
    await this.attempt(async () => {
      await post('grants', {
        ...(this.holder ? { [kind]: this.holder.id } : {}),
        role: form.get('role'),
        ...(this.unit ? { unit: this.unit.id } : {}),
        ...Object.fromEntries(days),
      });
      toast(t('access.given', { name: this.holder?.name ?? '' }));
      this.dispatchEvent(new CustomEvent('given'));
    });
  };
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, put } from '../api/client';
import type { Text } from '../api/types/common';
import { label, t } from '../i18n/i18n';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';

interface Rule {
  everybody: boolean;
  roles: string[];
}

/** Who must have a second factor. */
@customElement('vaksam-factor-rule')
export class FactorRule extends Trying {
  @property({ attribute: false }) roles: { id: string; title: Text }[] = [];
  @state() private rule: Rule | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => void (this.rule = await get<Rule>('second-factor')));
  }

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="factor-rule-title">
      <header><h2 id="factor-rule-title">${t('factor.rule')}</h2></header>
      <p class="m2">${t('factor.rule.why')}</p>
      ${this.troubled()} ${this.rule ? this.form(this.rule) : nothing}
    </section>`;
  }

  private form({ everybody, roles }: Rule): unknown {
    return html`<form class="stack" @submit=${this.save}>
      <fieldset class="field">
        <legend class="label">${t('factor.rule.who')}</legend>
        <label class="check"
          ><input
            type="checkbox"
            name="everybody"
            .checked=${everybody}
            @change=${(event: Event) => (this.rule = { everybody: (event.target as HTMLInputElement).checked, roles })}
          />${t('factor.rule.everybody')}</label
        >
        <div class="role-list">
          ${this.roles.map(
            ({ id, title }) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  name="roles"
                  value=${id}
                  .checked=${roles.includes(id)}
                  ?disabled=${everybody}
                />${label(title)}</label
              >`,
          )}
        </div>
      </fieldset>
      <div><button class="btn" type="submit">${t('action.save')}</button></div>
    </form>`;
  }

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const wanted = { everybody: form.has('everybody'), roles: form.getAll('roles').map(String) };
    void this.attempt(async () => {
      this.rule = await put<Rule>('second-factor', wanted);
      toast(t('factor.rule.saved'));
    });
  };
}

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { messages, type Key } from '../i18n/messages';
import { icon } from '../kit/icon';
import { View } from '../kit/view';

export interface Involved {
  role: string;
  name?: string;
  phone?: string;
  note?: string;
  protected?: boolean;
}

export const roleName = (role: string) => (`role.${role}` in messages ? t(`role.${role}` as Key) : role);

/** People involved, one line each. Sends `change` with the list. */
@customElement('vaksam-people')
export class PeopleField extends View {
  @property({ attribute: false }) value: Involved[] = [];
  @property({ attribute: false }) roles: string[] = [];

  protected override render(): unknown {
    return html`<div class="people">
      ${this.value.map((person, at) => this.line(person, at))}
      <button
        class="btn sm"
        type="button"
        @click=${() => this.send([...this.value, { role: this.roles[0] ?? 'person' }])}
      >
        ${icon('user-plus')}${t('people.add')}
      </button>
    </div>`;
  }

  private line(person: Involved, at: number): unknown {
    const change = (part: Partial<Involved>) =>
      this.send(this.value.map((one, index) => (index === at ? { ...one, ...part } : one)));
    const text = (name: 'name' | 'phone') =>
      html`<input
        class="in"
        aria-label=${t(`people.${name}`)}
        placeholder=${t(`people.${name}`)}
        maxlength="200"
        autocomplete="off"
        .value=${person[name] ?? ''}
        @input=${(event: InputEvent) => change({ [name]: (event.target as HTMLInputElement).value })}
      />`;
    return html`<div class="people-line" role="group" aria-label=${t('people.one', { n: at + 1 })}>
      <select
        class="in"
        aria-label=${t('people.role')}
        @change=${(event: Event) => change({ role: (event.target as HTMLSelectElement).value })}
      >
        ${this.roles.map((role) => html`<option value=${role} ?selected=${role === person.role}>${roleName(role)}</option>`)}
      </select>
      ${text('name')}${text('phone')}
      <label class="check"
        ><input
          type="checkbox"
          .checked=${person.protected ?? false}
          @change=${(event: Event) => change({ protected: (event.target as HTMLInputElement).checked })}
        />${t('people.protected')}</label
      >
      <button
        class="btn quiet icon"
        type="button"
        aria-label=${t('people.remove', { n: at + 1 })}
        @click=${() => this.send(this.value.filter((_, index) => index !== at))}
      >
        ${icon('x')}
      </button>
    </div>`;
  }

  private send(next: Involved[]): void {
    this.value = next;
    const kept = next.map((person) =>
      Object.fromEntries(Object.entries(person).filter(([, part]) => part !== '' && part !== false)),
    );
    this.dispatchEvent(new CustomEvent('change', { detail: kept }));
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Text } from '../api/types/common';
import { AUDIENCES, type Audience, type DashboardContent } from '../api/types/dashboard';
import { label, t } from '../i18n/i18n';
import { View } from '../kit/view';
import { dashboards } from './dashboards';
import { MOST_NAME } from './layout';

interface RoleName {
  id: string;
  title: Text;
}

const rolesToChoose = async (): Promise<RoleName[]> => (await get<{ items: RoleName[] }>('dashboards/roles')).items;

/** What a dashboard is called and for whom it is, with the ways out. Sends `changed` with the next content, `save` and `cancel`. */
@customElement('vaksam-board-bar')
export class BoardBar extends View {
  @property({ attribute: false }) draft!: DashboardContent;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) add: unknown = nothing;
  @state() private roles: RoleName[] = [];

  protected override stores = () => [dashboards];

  private get manages(): boolean {
    return dashboards.value?.mayManage ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.manages)
      void rolesToChoose()
        .then((roles) => (this.roles = roles))
        .catch(() => undefined);
  }

  private change(change: Partial<DashboardContent>): void {
    this.dispatchEvent(new CustomEvent('changed', { detail: { ...this.draft, ...change } }));
  }

  protected override render(): unknown {
    const { draft } = this;
    return html`<form class="board-bar" @submit=${this.send}>
      <label class="field"
        ><span class="label">${t('board.name')}</span
        ><input
          class="in"
          name="name"
          required
          pattern=".*\\S.*"
          maxlength=${MOST_NAME}
          autocomplete="off"
          .value=${draft.name}
          @input=${(event: Event) => this.change({ name: (event.target as HTMLInputElement).value })}
      /></label>
      ${this.manages ? this.forWhom() : nothing}
      <span class="row bar-deeds">
        ${this.add}
        <span class="push"></span>
        <button class="btn" type="button" @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}>
          ${t('action.cancel')}
        </button>
        <button class="btn primary" type="submit" ?disabled=${this.busy}>${t('action.save')}</button>
      </span>
      ${draft.audience === 'own' ? nothing : html`<p class="hint">${t('board.audience.why')}</p>`}
    </form>`;
  }

  private forWhom(): unknown {
    const { audience, role } = this.draft;
    return html`<label class="field"
        ><span class="label">${t('board.audience')}</span
        ><select
          class="in"
          @change=${(event: Event) => this.change({ audience: (event.target as HTMLSelectElement).value as Audience })}
        >
          ${AUDIENCES.map(
            (one) => html`<option value=${one} ?selected=${one === audience}>${t(`board.audience.${one}`)}</option>`,
          )}
        </select></label
      >
      ${
        audience === 'role'
          ? html`<label class="field"
              ><span class="label">${t('board.role')}</span
              ><select
                class="in"
                required
                @change=${(event: Event) => this.change({ role: (event.target as HTMLSelectElement).value })}
              >
                <option value="" ?selected=${!role}>${t('board.role.choose')}</option>
                ${role && !this.roles.some(({ id }) => id === role) ? html`<option value=${role} selected>${role}</option>` : nothing}
                ${this.roles.map(
                  ({ id, title }) => html`<option value=${id} ?selected=${id === role}>${label(title) || id}</option>`,
                )}
              </select></label
            >`
          : nothing
      }`;
  }

  private readonly send = (event: Event): void => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('save'));
  };
}

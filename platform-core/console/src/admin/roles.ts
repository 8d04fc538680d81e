import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, patch, post, remove } from '../api/client';
import type { Effects, Permission, Role } from '../api/types/access';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';

const EVERYTHING = '*';

/** The roles as a table of their permissions; own ones can be changed, the others copied. Sends `change` when one did. */
@customElement('vaksam-roles')
export class Roles extends Trying {
  @property({ attribute: false }) roles: Role[] = [];
  @state() private permissions: Permission[] = [];
  @state() private draft: { role: Role; own: boolean } | null = null;
  @state() private effects: Effects | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => (this.permissions = (await get<{ items: Permission[] }>('roles/permissions')).items));
  }

  protected override render(): unknown {
    return html`<h2>${t('roles.title')}</h2>
      <p class="m2">${t('roles.why')}</p>
      ${this.draft ? nothing : this.troubled()}
      <div class="scroll-x" tabindex="0" role="region" aria-label=${t('roles.title')}>
        <table class="grid plain flush">
          <thead>
            <tr>
              <th scope="col">${t('roles.permission')}</th>
              ${this.roles.map((role) => this.heading(role))}
            </tr>
          </thead>
          <tbody>
            ${this.permissions.map((permission) => this.line(permission))}
          </tbody>
        </table>
      </div>
      ${this.draft ? this.dialog(this.draft.role, this.draft.own) : nothing}`;
  }

  private heading(role: Role): unknown {
    const own = role.module === '';
    const name = label(role.title);
    const open = () => {
      this.trouble = null;
      this.effects = null;
      this.draft = { role, own };
    };
    return html`<th scope="col">
      ${name} ${own ? html`<span class="badge">${t('roles.own')}</span>` : nothing}
      ${role.asleep ? html`<span class="badge warn">${t('access.state.asleep')}</span>` : nothing}
      <button
        class="btn quiet icon sm"
        type="button"
        aria-label=${t(own ? 'roles.change' : 'roles.copy', { role: name })}
        @click=${open}
      >
        ${icon(own ? 'pencil' : 'copy')}
      </button>
    </th>`;
  }

  private line(permission: Permission): unknown {
    const has = (role: Role) => role.permissions.some((held) => held === EVERYTHING || held === permission.id);
    return html`<tr>
      <th scope="row">${label(permission.title)}</th>
      ${this.roles.map(
        (role) =>
          html`<td>
            ${
              has(role)
                ? html`${icon('check')}<span class="sr"
                      >${t('roles.has', { role: label(role.title), permission: label(permission.title) })}</span
                    >`
                : nothing
            }
          </td>`,
      )}
    </tr>`;
  }

  private dialog(role: Role, own: boolean): unknown {
    const leave = () => {
      this.draft = null;
      this.trouble = null;
    };
    const name = label(role.title);
    const box = (id: string, title: string) =>
      html`<label class="check"
        ><input
          type="checkbox"
          name="permissions"
          value=${id}
          .checked=${role.permissions.includes(id)}
        />${title}</label
      >`;
    const field = (language: 'sv' | 'en') =>
      html`<label class="field"
        ><span class="label">${t(`roles.name.${language}`)}</span
        ><input class="in" name=${language} required maxlength="200" .value=${role.title[language]} autocomplete="off"
      /></label>`;
    return html`<vaksam-dialog
      heading=${t(own ? 'roles.change' : 'roles.copy', { role: name })}
      .body=${html`<form
        id="role-form"
        class="stack"
        @submit=${(event: SubmitEvent) => void this.save(event, role, own)}
        @change=${(event: Event) => void this.foresee(event, role, own)}
      >
        ${this.troubled()} ${field('sv')}${field('en')}
        <fieldset class="field">
          <legend class="label">${t('roles.permission')}</legend>
          <div class="role-list">
            ${this.permissions.map(({ id, title }) => box(id, label(title)))}
            ${role.permissions.includes(EVERYTHING) ? box(EVERYTHING, t('roles.everything')) : nothing}
          </div>
        </fieldset>
        ${this.effects ? this.foreseen(this.effects) : nothing}
      </form>`}
      .buttons=${html`${own ? html`<button class="btn danger" type="button" @click=${() => void this.delete(role)}>${t('roles.delete')}</button>` : nothing}<button
          class="btn"
          type="button"
          @click=${leave}
        >
          ${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="role-form">${t('action.save')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private foreseen({ affected, items }: Effects): unknown {
    const names = (ids: string[]) =>
      ids.map((id) => label(this.permissions.find((known) => known.id === id)?.title) || id).join(', ');
    return html`<section aria-live="polite">
      <h3>${t('roles.effects.title')}</h3>
      <p class="m2">${affected ? t('roles.effects', { n: affected }) : t('roles.effects.none')}</p>
      <ul>
        ${items.flatMap(({ account: { name }, loses, gains }) => [
          loses.length ? html`<li>${t('roles.loses', { name, what: names(loses) })}</li>` : nothing,
          gains.length ? html`<li>${t('roles.gains', { name, what: names(gains) })}</li>` : nothing,
        ])}
      </ul>
    </section>`;
  }

  private async foresee(event: Event, role: Role, own: boolean): Promise<void> {
    if (!own || (event.target as HTMLInputElement).name !== 'permissions') return;
    const permissions = new FormData(event.currentTarget as HTMLFormElement).getAll('permissions');
    await this.attempt(async () => {
      this.effects = await post<Effects>(`roles/${encodeURIComponent(role.id)}/effects`, { permissions });
    });
  }

  private async save(event: SubmitEvent, role: Role, own: boolean): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const sent = { title: { sv: form.get('sv'), en: form.get('en') }, permissions: form.getAll('permissions') };
    await this.act('roles.saved', () =>
      own ? patch(`roles/${encodeURIComponent(role.id)}`, sent, `"${role.version}"`) : post('roles', sent),
    );
  }

  /** Says first who would lose something; the second press does it. */
  private async delete(role: Role): Promise<void> {
    const address = `roles/${encodeURIComponent(role.id)}`;
    if (this.effects?.affected === undefined) {
      this.effects = await post<Effects>(`${address}/effects`, { permissions: [] });
      if (this.effects.affected) return;
    }
    await this.act('roles.deleted', () => remove(address, `"${role.version}"`));
  }

  private async act(done: 'roles.saved' | 'roles.deleted', deed: () => Promise<unknown>): Promise<void> {
    await this.attempt(async () => {
      await deed();
      toast(t(done));
      this.draft = null;
      this.dispatchEvent(new CustomEvent('change'));
    });
  }
}

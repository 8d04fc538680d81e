import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, get, post, remove } from '../api/client';
import type { Account } from '../api/types/accounts';
import type { Text } from '../api/types/common';
import { label, t } from '../i18n/i18n';
import { failedPage, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { initials } from '../kit/marks';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';
import '../profile/sessions';
import { accountsWith, type Accounts } from './people';
import './factorrule';

const PAUSE = 150;

interface Role {
  id: string;
  title: Text;
}

/** Who can sign in, and with which roles. */
@customElement('vaksam-accounts')
export class AccountsPage extends Trying {
  @state() private accounts: Accounts | null = null;
  @state() private roles: Role[] = [];
  @state() private words = '';
  @state() private editing: Account | 'new' | null = null;
  @state() private problem: unknown = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('accounts.title'));
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const [accounts, roles] = await Promise.all([accountsWith(this.words), get<{ items: Role[] }>('roles')]);
      this.accounts = accounts;
      this.roles = roles.items;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  private readonly search = (event: Event): void => {
    const words = (event.target as HTMLInputElement).value;
    this.words = words;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.list(words), PAUSE);
  };

  /** The first page of what fits, or the one after what is there; an answer that comes too late is not shown. */
  private async list(words: string, cursor = ''): Promise<void> {
    try {
      const { items, next } = await accountsWith(words, cursor);
      if (words !== this.words) return;
      this.accounts = { items: cursor ? [...(this.accounts?.items ?? []), ...items] : items, next };
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.accounts) return html`<div class="page">${skeleton(6)}</div>`;
    return html`<div class="page admin-page">
        <div class="head">
          <div>
            <h1>${t('accounts.title')}</h1>
            <p class="m2">${t('accounts.why')}</p>
          </div>
          <button class="btn primary" type="button" @click=${() => this.open('new')}>
            ${icon('user-plus')}${t('accounts.new')}
          </button>
        </div>
        <label class="field search"
          ><span class="label">${t('accounts.search')}</span
          ><input class="in" type="search" maxlength="200" .value=${this.words} @input=${this.search}
        /></label>
        ${this.accounts.items.length ? this.table(this.accounts) : html`<p class="m none">${t('accounts.nobody')}</p>`}
        <vaksam-factor-rule .roles=${this.roles}></vaksam-factor-rule>
      </div>
      ${this.editing ? this.dialog(this.editing) : nothing}`;
  }

  private table({ items, next }: Accounts): unknown {
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t('accounts.title')}>
        <table class="grid plain flush">
          <thead>
            <tr>
              <th scope="col">${t('accounts.name')}</th>
              <th scope="col">${t('accounts.username')}</th>
              <th scope="col">${t('accounts.roles')}</th>
              <th scope="col"><span class="sr">${t('accounts.enabled')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${items.map((account) => this.line(account))}
          </tbody>
        </table>
      </div>
      ${
        next
          ? html`<button class="btn" type="button" @click=${() => void this.list(this.words, next)}>
              ${t('accounts.more')}
            </button>`
          : nothing
      }`;
  }

  private open(account: Account | 'new'): void {
    this.trouble = null;
    this.editing = account;
  }

  private line(account: Account): unknown {
    return html`<tr>
      <td>
        <span class="who"
          ><span class="av" aria-hidden="true">${initials(account.name)}</span
          ><button
            class="link b"
            type="button"
            aria-label=${t('accounts.edit', { name: account.name })}
            @click=${() => this.open(account)}
          >
            ${account.name}
          </button></span
        >
      </td>
      <td class="m2">${account.username}</td>
      <td class="t m2">${account.roles.map((role) => this.roleName(role)).join(', ')}</td>
      <td class="n">${account.enabled ? nothing : html`<span class="badge warn">${t('accounts.disabled')}</span>`}</td>
    </tr>`;
  }

  private roleName = (id: string) => label(this.roles.find((role) => role.id === id)?.title) || id;

  private dialog(account: Account | 'new'): unknown {
    const known = account === 'new' ? null : account;
    const leave = () => {
      this.editing = null;
      this.trouble = null;
    };
    const input = (name: string, title: string, value: string, type = 'text') =>
      html`<label class="field"
        ><span class="label">${title}</span
        ><input
          class="in"
          name=${name}
          type=${type}
          .value=${value}
          required
          autocomplete=${type === 'password' ? 'new-password' : 'off'}
          maxlength="200"
      /></label>`;
    return html`<vaksam-dialog
      heading=${known ? t('accounts.edit', { name: known.name }) : t('accounts.new')}
      .body=${html`<form
        id="account-form"
        class="stack"
        @submit=${(event: SubmitEvent) => void this.save(event, known)}
      >
        ${this.troubled()} ${input('name', t('accounts.name'), known?.name ?? '')}
        ${
          known
            ? nothing
            : html`${input('username', t('accounts.username'), '')}${input('password', t('accounts.password'), '', 'password')}
                <p class="hint">${t('password.hint')}</p>`
        }
        <fieldset class="field">
          <legend class="label">${t('accounts.roles')}</legend>
          <div class="role-list">
            ${this.roles.map(
              ({ id, title }) =>
                html`<label class="check"
                  ><input
                    type="checkbox"
                    name="roles"
                    value=${id}
                    .checked=${known?.roles.includes(id) ?? false}
                  />${label(title)}</label
                >`,
            )}
            ${this.roles.length ? nothing : html`<p class="m">${t('accounts.none')}</p>`}
          </div>
        </fieldset>
        ${
          known
            ? html`<label class="switch"
                  ><input type="checkbox" name="enabled" .checked=${known.enabled} />${t('accounts.enabled')}</label
                >
                <div>
                  <button class="btn sm" type="button" @click=${() => void this.resetFactor(known)}>
                    ${icon('smartphone')}${t('factor.reset')}
                  </button>
                </div>
                <vaksam-sessions at="accounts/${known.id}"></vaksam-sessions>`
            : nothing
        }
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="account-form">
          ${t(known ? 'action.save' : 'accounts.create')}
        </button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private async resetFactor({ id, name }: Account): Promise<void> {
    await this.attempt(async () => {
      await remove(`accounts/${id}/second-factor`);
      toast(t('factor.reset.done', { name }));
    });
  }

  private async save(event: SubmitEvent, known: Account | null): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const name = String(form.get('name'));
    const roles = form.getAll('roles').map(String);
    await this.attempt(async () => {
      if (known)
        await call(`accounts/${known.id}`, { method: 'PATCH', body: { name, roles, enabled: form.has('enabled') } });
      else
        await post('accounts', {
          username: String(form.get('username')),
          name,
          password: String(form.get('password')),
          roles,
        });
      toast(t(known ? 'accounts.saved' : 'accounts.created', { name }));
      this.editing = null;
      await this.load();
    });
  }
}

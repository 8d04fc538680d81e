import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { Grant, Group, Role } from '../api/types/access';
import { label, t } from '../i18n/i18n';
import { shortDay } from '../i18n/time';
import { failedPage, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { type Ask, type Choosable, comboField } from '../record/combobox';
import { findUnits } from '../record/units';
import { findAccounts } from './people';
import { questionDialog } from './question';
import './give';
import './groups';
import './roles';

interface Grants {
  items: Grant[];
  next?: string | null;
}

/** Who has which role where, for one person, one unit or all; and what the roles are. */
@customElement('vaksam-access')
export class Access extends Trying {
  @state() private grants: Grants | null = null;
  @state() private groups: Group[] = [];
  @state() private roles: Role[] = [];
  @state() private holder: Choosable | null = null;
  @state() private unit: Choosable | null = null;
  @state() private giving = false;
  @state() private ending: Grant | null = null;
  @state() private problem: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('access.title'));
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    try {
      const [groups, roles] = await Promise.all([get<{ items: Group[] }>('groups'), get<{ items: Role[] }>('roles')]);
      this.groups = groups.items;
      this.roles = roles.items;
      await this.list();
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  };

  private async list(cursor = ''): Promise<void> {
    const asked = new URLSearchParams(cursor ? { cursor } : {});
    if (this.holder) asked.set(this.holder.beside === t('access.group') ? 'group' : 'account', this.holder.id);
    if (this.unit) asked.set('unit', this.unit.id);
    const page = await get<Grants>(`grants?${asked}`);
    this.grants = cursor && this.grants ? { ...page, items: [...this.grants.items, ...page.items] } : page;
  }

  private readonly findHolders = async (words: string): Promise<Choosable[]> => {
    const wanted = words.toLowerCase();
    const groups = this.groups.filter(({ name }) => name.toLowerCase().includes(wanted));
    return [...groups.map(({ id, name }) => ({ id, name, beside: t('access.group') })), ...(await findAccounts(words))];
  };

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.grants) return html`<div class="page">${skeleton(6)}</div>`;
    return html`<div class="page admin-page">
        <div class="head">
          <div>
            <h1>${t('access.title')}</h1>
            <p class="m2">${t('access.why')}</p>
          </div>
          <button class="btn primary" type="button" @click=${() => (this.giving = true)}>
            ${icon('user-plus')}${t('access.give')}
          </button>
        </div>
        ${this.troubled()}
        <div class="inline-form">
          ${this.filter('access-holder', t('access.who'), this.holder, this.findHolders, (to) => (this.holder = to))}
          ${this.filter('access-unit', t('access.unit'), this.unit, findUnits, (to) => (this.unit = to))}
        </div>
        ${this.grants.items.length ? this.table(this.grants) : html`<p class="m none">${t('access.none')}</p>`}
        <vaksam-groups .groups=${this.groups} .findPeople=${findAccounts} @change=${this.load}></vaksam-groups>
        <vaksam-roles .roles=${this.roles} @change=${this.load}></vaksam-roles>
      </div>
      ${this.dialogs()}`;
  }

  private filter(
    id: string,
    name: string,
    value: Choosable | null,
    ask: Ask,
    set: (to: Choosable | null) => void,
  ): unknown {
    return comboField(id, name, value, ask, (to) => {
      set(to);
      void this.attempt(() => this.list());
    });
  }

  private table({ items, next }: Grants): unknown {
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t('access.title')}>
        <table class="grid plain flush">
          <thead>
            <tr>
              <th scope="col">${t('access.who')}</th>
              <th scope="col">${t('access.role')}</th>
              <th scope="col">${t('access.unit')}</th>
              <th scope="col">${t('access.when')}</th>
              <th scope="col"><span class="sr">${t('access.end.verb')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${items.map((grant) => this.line(grant))}
          </tbody>
        </table>
      </div>
      ${next ? html`<button class="btn" type="button" @click=${() => void this.list(next)}>${t('access.more')}</button>` : nothing}`;
  }

  private line(grant: Grant): unknown {
    const { account, role, unit, validFrom, validTo, state } = grant;
    const days = `${validFrom ? shortDay(validFrom) : ''}–${validTo ? shortDay(validTo) : ''}`;
    return html`<tr>
      <td class="b">
        ${account.name} ${grant.holder === 'group' ? html`<span class="badge">${t('access.group')}</span>` : nothing}
      </td>
      <td>${label(role.title)}</td>
      <td class="m2">${unit ? label(unit.name) : t('access.everywhere')}</td>
      <td class="m2">
        ${validFrom || validTo ? days : t('access.always')}
        ${state === 'current' ? nothing : html`<span class="badge warn">${t(`access.state.${state}`)}</span>`}
      </td>
      <td class="n">
        <button
          class="btn quiet icon sm danger"
          type="button"
          aria-label=${t('access.end', { role: label(role.title), name: account.name })}
          @click=${() => (this.ending = grant)}
        >
          ${icon('trash-2')}
        </button>
      </td>
    </tr>`;
  }

  private dialogs(): unknown {
    const ended = this.ending;
    if (ended)
      return questionDialog(
        {
          heading: t('access.end', { role: label(ended.role.title), name: ended.account.name }),
          why: t('access.end.why'),
          verb: t('access.end.verb'),
          act: () => void this.end(ended),
        },
        () => (this.ending = null),
      );
    if (!this.giving) return nothing;
    return html`<vaksam-give
      .roles=${this.roles}
      .holder=${this.holder}
      .unit=${this.unit}
      .findHolders=${this.findHolders}
      @close=${() => (this.giving = false)}
      @given=${() => {
        this.giving = false;
        void this.attempt(() => this.list());
      }}
    ></vaksam-give>`;
  }

  private async end(grant: Grant): Promise<void> {
    await this.attempt(async () => {
      await remove(`grants/${grant.id}`, `"${grant.version}"`);
      toast(t('access.ended', { name: grant.account.name }));
      await this.list();
    });
  }
}

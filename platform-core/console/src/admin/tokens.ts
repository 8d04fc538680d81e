import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post, remove } from '../api/client';
import type { Token } from '../api/types/accounts';
import { t } from '../i18n/i18n';
import { fromInput, moment, shortDay } from '../i18n/time';
import { failedPage, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { chosen, grantable, scopeField } from './scope';

/** Tokens of the person signed in; with `within`, a section of their profile. */
@customElement('vaksam-tokens')
export class Tokens extends Trying {
  @property({ type: Boolean }) within = false;
  @state() private permissions: string[] = [];
  @state() private tokens: Token[] | null = null;
  @state() private fresh: Token | null = null;
  @state() private problem: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.within) this.entitle(t('tokens.title'));
    void this.load();
    void grantable().then(
      (permissions) => (this.permissions = permissions),
      () => undefined,
    );
  }

  private async load(): Promise<void> {
    try {
      const answer = await get<{ items: Token[] } | Token[]>('tokens');
      this.tokens = Array.isArray(answer) ? answer : answer.items;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.tokens) return html`<div class="page">${skeleton(5)}</div>`;
    if (!this.within)
      return html`<div class="page admin-page">
        <h1>${t('tokens.title')}</h1>
        ${this.content(this.tokens)}
      </div>`;
    return html`<section class="sec" aria-labelledby="tokens-title">
      <header><h2 id="tokens-title">${t('tokens.title')}</h2></header>
      ${this.content(this.tokens)}
    </section>`;
  }

  private content(tokens: Token[]): unknown {
    return html`<p class="m2">${t('tokens.why')}</p>
      ${this.troubled()} ${this.fresh ? this.once(this.fresh) : nothing}
      <form class="inline-form" @submit=${this.create}>
        <label class="field"
          ><span class="label">${t('tokens.name')}</span
          ><input class="in" name="name" required maxlength="100" autocomplete="off"
        /></label>
        <label class="field"
          ><span class="label">${t('tokens.expires')} <span class="opt">${t('form.optional')}</span></span
          ><input class="in" type="date" name="expires"
        /></label>
        ${this.permissions.length ? scopeField(this.permissions) : nothing}
        <button class="btn primary" type="submit">${icon('key-round')}${t('tokens.create')}</button>
      </form>
      ${tokens.length ? this.table(tokens) : html`<p class="m none">${t('tokens.none')}</p>`}`;
  }

  private once({ token = '' }: Token): unknown {
    const copy = async () => {
      await navigator.clipboard?.writeText(token).catch(() => undefined);
      toast(t('tokens.copied'));
    };
    return note(
      'ok',
      'key-round',
      html`${t('tokens.once')}
        <div class="row secret">
          <code class="mono">${token}</code
          ><button class="btn sm" type="button" @click=${copy}>${icon('copy')}${t('action.copy')}</button>
        </div>`,
    );
  }

  private table(tokens: Token[]): unknown {
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t('tokens.title')}>
      <table class="grid plain flush">
        <thead>
          <tr>
            <th scope="col">${t('tokens.column.name')}</th>
            <th scope="col">${t('tokens.column.created')}</th>
            <th scope="col">${t('tokens.column.used')}</th>
            <th scope="col">${t('tokens.column.expires')}</th>
            <th scope="col"><span class="sr">${t('action.remove')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${tokens.map(
            (token) =>
              html`<tr>
                <td>
                  <b class="b">${token.name}</b>
                  ${token.permissions.includes('*') ? nothing : html`<span class="m2 s breaks">${token.permissions.join(', ')}</span>`}
                </td>
                <td class="m2">${moment(token.createdAt)}</td>
                <td class="m2">${token.lastUsedAt ? moment(token.lastUsedAt) : t('tokens.never')}</td>
                <td class="m2">${token.expiresAt ? shortDay(token.expiresAt) : t('tokens.forever')}</td>
                <td class="n">
                  <button
                    class="btn quiet icon sm danger"
                    type="button"
                    aria-label=${t('tokens.revoke', { name: token.name })}
                    @click=${() => void this.revoke(token)}
                  >
                    ${icon('trash-2')}
                  </button>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private readonly create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const expires = String(form.get('expires'));
    await this.attempt(async () => {
      const sent = {
        name: String(form.get('name')),
        permissions: chosen(form),
        ...(expires ? { expiresAt: fromInput(`${expires}T23:59`) } : {}),
      };
      this.fresh = await post<Token>('tokens', sent);
      element.reset();
      await this.load();
    });
  };

  private async revoke(token: Token): Promise<void> {
    await this.attempt(async () => {
      await remove(`tokens/${token.id}`);
      toast(t('tokens.revoked', { name: token.name }));
      await this.load();
    });
  }
}

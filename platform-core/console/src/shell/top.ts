import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { label, t } from '../i18n/i18n';
import { prefer, preferences, type Language, type Theme } from '../i18n/preferences';
import { icon, logo } from '../kit/icon';
import { initials } from '../kit/marks';
import { View } from '../kit/view';
import { allTypes, can, listAddress, navigation } from './areas';
import { me, session, signOut } from './session';
import '../kit/menu';
import '../talk/bell';
import './password';

const dark = () => {
  const { theme } = preferences.value;
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
};

/** Jump anywhere, create, me. */
@customElement('vaksam-top')
export class Top extends View {
  @state() private password = false;

  protected override stores = () => [navigation, session];

  protected override render(): unknown {
    return html`<header class="top">
      <a class="brand phone" href="/console/" aria-label=${t('nav.home')}>${logo()}</a>
      <button class="jump" type="button" @click=${() => this.dispatchEvent(new CustomEvent('palette'))}>
        ${icon('search')}<span class="cut-text">${t('shell.jump')}</span><kbd>Ctrl K</kbd>
      </button>
      <span class="push"></span>
      ${this.create()}
      <button
        class="btn quiet icon sm wide"
        type="button"
        aria-label=${t('shell.theme')}
        title=${t('shell.theme')}
        @click=${() => prefer({ theme: dark() ? 'light' : 'dark' })}
      >
        ${icon('sun-moon')}
      </button>
      ${me() ? html`<vaksam-bell></vaksam-bell>` : nothing} ${this.account()}
      ${this.password ? html`<vaksam-password @done=${() => (this.password = false)}></vaksam-password>` : nothing}
    </header>`;
  }

  private create(): unknown {
    const creatable = allTypes().filter(({ record }) => can(record, 'create'));
    if (creatable.length === 0) return nothing;
    return html`<vaksam-menu
      class="wide"
      side="end"
      .face=${html`${icon('plus')}${t('action.new')}`}
      .items=${creatable.map(
        (found) =>
          html`<a href="${listAddress(found)}/new"
            >${icon(found.record.icon)}${label(found.record.title)}<kbd>C</kbd></a
          >`,
      )}
    ></vaksam-menu>`;
  }

  private account(): unknown {
    const account = me();
    if (!account) return nothing;
    return html`<vaksam-menu
      side="end"
      look="btn quiet icon sm"
      name=${t('shell.me', { name: `${initials(account.name)}, ${account.name}` })}
      .face=${html`<span class="av l" aria-hidden="true">${initials(account.name)}</span>`}
      .items=${html`
        <div class="whoami"><b class="b">${account.name}</b><span class="m s">${account.username}</span></div>
        <hr />
        <h3>${t('shell.language')}</h3>
        ${this.choice<Language>(
          [
            ['sv', 'Svenska'],
            ['en', 'English'],
          ],
          preferences.value.language,
          (language) => prefer({ language }),
        )}
        <h3>${t('shell.look')}</h3>
        ${this.choice<Theme>(
          [
            ['system', t('theme.system')],
            ['light', t('theme.light')],
            ['dark', t('theme.dark')],
          ],
          preferences.value.theme,
          (theme) => prefer({ theme }),
        )}
        <hr />
        <a href="/console/exports">${icon('download')}${t('exports.mine')}</a>
        <a href="/console/subscriptions">${icon('bell')}${t('follow.title')}</a>
        <a href="/console/profile">${icon('circle-user')}${t('profile.title')}</a>
        <button type="button" @click=${() => (this.password = true)}>${icon('lock')}${t('password.change')}</button>
        <button type="button" @click=${() => void signOut()}>${icon('log-out')}${t('login.out')}</button>
      `}
    ></vaksam-menu>`;
  }

  private choice<T extends string>(choices: [T, string][], now: T, choose: (value: T) => void): unknown {
    return html`<div class="seg fill" role="group">
      ${choices.map(
        ([value, name]) =>
          html`<button
            type="button"
            data-stay
            aria-pressed=${value === now}
            lang=${value.length === 2 ? value : nothing}
            @click=${() => choose(value)}
          >
            ${name}
          </button>`,
      )}
    </div>`;
  }
}

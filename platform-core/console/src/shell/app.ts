import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { label, t } from '../i18n/i18n';
import { failedPage } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { allTypes, can, listAddress, loadNavigation, navigation, typeAt } from './areas';
import { follow } from './live';
import { matchPage } from './pages';
import { go, place } from './router';
import { expired, resume, session } from './session';
import './login';
import './palette';
import './side';
import './top';
import '../kit/toast';

/** The frame around every page, and what decides which page it is. */
@customElement('vaksam-app')
export class App extends View {
  private trouble: unknown = null;
  private shownPath = '';
  private entered = false;

  protected override stores = () => [session, expired, navigation, place];

  override connectedCallback(): void {
    super.connectedCallback();
    void resume();
    document.addEventListener('keydown', this.pressed);
    session.watch(() => void this.enter());
    place.watch(() => this.arrived());
  }

  private async enter(): Promise<void> {
    if (this.entered || !session.value || session.value === 'asking') return;
    this.entered = true;
    try {
      this.trouble = null;
      await loadNavigation();
      follow();
    } catch (caught) {
      this.entered = false;
      this.trouble = caught;
      this.requestUpdate();
    }
  }

  private arrived(): void {
    const { path } = place.value;
    if (path === this.shownPath) return;
    this.shownPath = path;
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.openPalette();
      return;
    }
    const typing = (event.target as HTMLElement).closest?.('input, textarea, select, [contenteditable], dialog');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') {
      event.preventDefault();
      const box = this.querySelector<HTMLInputElement>('main input[type="search"]');
      if (box) box.focus();
      else this.openPalette();
    }
    if (event.key === 'c') this.create();
  };

  private openPalette(): void {
    this.querySelector('vaksam-palette')?.open();
  }

  private create(): void {
    const [, area, module, path] = place.value.path.split('/');
    const here = area === 'a' && module && path ? typeAt(module, path) : undefined;
    const wanted = here ?? allTypes().find(({ record }) => can(record, 'create'));
    if (wanted && can(wanted.record, 'create') && !place.value.path.endsWith('/new'))
      go(listAddress(wanted).replace(/(\?|$)/, '/new$1'));
  }

  protected override render(): TemplateResult {
    if (session.value === 'asking') return html``;
    if (session.value === null) return html`<vaksam-login></vaksam-login><vaksam-toasts></vaksam-toasts>`;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${t('shell.skip')}</a>
      <div class="app">
        <vaksam-side class="contents"></vaksam-side>
        <vaksam-top class="contents" @palette=${() => this.openPalette()}></vaksam-top>
        <main id="main" tabindex="-1">${this.page()}</main>
        <nav class="tabbar" aria-label=${t('shell.more')}>${this.tabbar()}</nav>
      </div>
      <vaksam-palette></vaksam-palette>
      ${expired.value ? html`<vaksam-login over></vaksam-login>` : nothing}
      <vaksam-toasts></vaksam-toasts>
    `;
  }

  private page(): unknown {
    if (this.trouble) return failedPage(this.trouble, () => void this.enter());
    if (!navigation.value) return nothing;
    return matchPage(place.value);
  }

  private skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('#main')?.focus();
  }

  private tabbar(): unknown {
    const first = allTypes().find(({ record }) => can(record, 'read'));
    const creatable = allTypes().find(({ record }) => can(record, 'create'));
    const { path } = place.value;
    const entry = (to: string, picture: string, name: string, current: boolean) =>
      html`<a href=${to} aria-current=${current ? 'page' : nothing}>${icon(picture)}${name}</a>`;
    return html`
      ${entry('/console/', 'house', t('nav.home'), path === '/')}
      ${
        first
          ? entry(
              listAddress(first),
              first.record.icon ?? 'box',
              label(first.area.title),
              path.startsWith(`/a/${first.area.module}`) && !path.endsWith('/new'),
            )
          : nothing
      }
      ${creatable ? entry(`${listAddress(creatable)}/new`, 'circle-plus', t('nav.report'), path.endsWith('/new')) : nothing}
      ${entry('/console/picture', 'activity', t('nav.picture.short'), path === '/picture')}
      ${entry('/console/more', 'menu', t('nav.more'), path === '/more')}
    `;
  }
}

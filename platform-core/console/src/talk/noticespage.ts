import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, get, post, remove } from '../api/client';
import type { Notice, Slice } from '../api/types/talk';
import { t } from '../i18n/i18n';
import { empty, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { noticeWords } from './noticeline';
import { unread } from './unread';

/** Everything that the person was told, the newest first. */
@customElement('vaksam-notices')
export class Notices extends Trying {
  @state() private notices: Notice[] | null = null;
  @state() private next: string | null = null;
  @state() private only = false;
  private leave: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('notices.title'));
    void this.attempt(() => this.load());
    this.leave = unread.watch(() => void this.attempt(() => this.load()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override render(): unknown {
    return html`<div class="page admin-page">
      <header class="row-head">
        <h1>${t('notices.title')}</h1>
        <label class="check push"
          ><input type="checkbox" .checked=${this.only} @change=${this.filter} />${t('notices.only')}</label
        >
        <button class="btn sm" type="button" ?disabled=${this.busy} @click=${() => void this.attempt(this.readAll)}>
          ${icon('check')}${t('notices.readAll')}
        </button>
      </header>
      <p class="s"><a href="/console/profile">${t('notices.choices')}</a></p>
      ${this.troubled()} ${this.list()}
      ${
        this.next
          ? html`<button class="btn sm" type="button" @click=${() => void this.attempt(() => this.load(this.next))}>
              ${t('notices.more')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private list(): unknown {
    if (this.notices === null) return this.trouble ? nothing : skeleton(6);
    if (this.notices.length === 0) return empty('bell', t('notices.none'), t('notices.none.why'));
    return html`<ul class="lines notices">
      ${this.notices.map((notice) => {
        const fresh = notice.readAt === null;
        const name = t(fresh ? 'notices.read' : 'notices.unread');
        return html`<li>
          ${noticeWords(notice)}
          <button
            class="btn quiet icon sm"
            type="button"
            aria-label=${name}
            title=${name}
            @click=${() => void this.attempt(() => this.mark(notice, fresh))}
          >
            ${icon(fresh ? 'check' : 'mail')}
          </button>
        </li>`;
      })}
    </ul>`;
  }

  private readonly filter = (event: Event): void => {
    this.only = (event.target as HTMLInputElement).checked;
    void this.attempt(() => this.load());
  };

  private async load(before: string | null = null): Promise<void> {
    const query = new URLSearchParams({ limit: '50', unread: String(this.only), ...(before ? { before } : {}) });
    const page = await get<Slice<Notice>>(`notices?${query}`);
    this.notices = before ? [...(this.notices ?? []), ...page.items] : page.items;
    this.next = page.next ?? null;
  }

  private async mark(notice: Notice, read: boolean): Promise<void> {
    const address = `notices/${notice.id}/read`;
    await (read ? call(address, { method: 'PUT' }) : remove(address));
    const readAt = read ? new Date().toISOString() : null;
    this.notices = (this.notices ?? []).map((one) => (one.id === notice.id ? { ...one, readAt } : one));
  }

  private readonly readAll = async (): Promise<void> => {
    await post('notices/read', {});
    await this.load();
  };
}

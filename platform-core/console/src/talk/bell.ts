import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, get, post } from '../api/client';
import type { Notice, Slice } from '../api/types/talk';
import { number, t } from '../i18n/i18n';
import { skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { go } from '../shell/router';
import { noticeWords, recordAddress } from './noticeline';
import { countUnread, unread, watchUnread } from './unread';
import '../kit/menu';

const SHOWN = 8;
const MOST = 99;

/** The bell in the top bar: how much is new, and the newest of it. */
@customElement('vaksam-bell')
export class Bell extends Trying {
  @state() private notices: Notice[] | null = null;

  protected override stores = () => [unread];

  override connectedCallback(): void {
    super.connectedCallback();
    watchUnread();
  }

  protected override render(): unknown {
    const n = unread.value;
    return html`<vaksam-menu
      class="bell"
      side="end"
      look="btn quiet icon sm"
      panel="menu notices-menu"
      name=${t('notices.bell', { n })}
      .face=${html`${icon('bell')}${n > 0 ? html`<span class="bell-n" aria-hidden="true">${n > MOST ? `${MOST}+` : number(n)}</span>` : nothing}`}
      .items=${this.panel(n)}
      @opened=${() => void this.attempt(this.load)}
    ></vaksam-menu>`;
  }

  private panel(n: number): unknown {
    return html`<h3>${t('notices.title')}</h3>
      ${this.troubled()} ${this.notices === null ? skeleton(3) : this.notices.map((notice) => this.line(notice))}
      ${this.notices?.length === 0 ? html`<p class="m2 s pad">${t('notices.none')}</p>` : nothing}
      <hr />
      ${
        n > 0
          ? html`<button type="button" data-stay @click=${() => void this.attempt(this.readAll)}>
              ${icon('check')}${t('notices.readAll')}
            </button>`
          : nothing
      }
      <a href="/console/notices">${icon('bell')}${t('notices.all')}</a>`;
  }

  private line(notice: Notice): unknown {
    return html`<button class="notice" type="button" @click=${() => void this.follow(notice)}>
      ${noticeWords({ ...notice, record: null })}
      ${notice.record ? html`<span class="id push">${notice.record.number}</span>` : nothing}
    </button>`;
  }

  private async follow(notice: Notice): Promise<void> {
    const to = notice.record && recordAddress(notice.record);
    if (notice.readAt === null) await this.attempt(() => call(`notices/${notice.id}/read`, { method: 'PUT' }));
    go(to ?? '/console/notices');
  }

  private readonly load = async (): Promise<void> => {
    this.notices = (await get<Slice<Notice>>(`notices?limit=${SHOWN}`)).items;
    void countUnread();
  };

  private readonly readAll = async (): Promise<void> => {
    await post('notices/read', this.notices?.[0] ? { upTo: this.notices[0].id } : {});
    await this.load();
  };
}

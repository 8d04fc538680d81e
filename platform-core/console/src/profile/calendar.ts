import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post, remove } from '../api/client';
import { t } from '../i18n/i18n';
import { fullMoment, shortDay } from '../i18n/time';
import { note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';

interface Feed {
  exists: boolean;
  createdAt: string | null;
  readAt: string | null;
}

/** The secret link by which one's calendar program reads one's actions and deadlines; shown once. */
@customElement('vaksam-calendar-link')
export class CalendarLink extends Trying {
  @state() private feed: Feed | null = null;
  @state() private address = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(this.load);
  }

  private readonly load = async (): Promise<void> => {
    this.feed = await get<Feed>('calendar/feed');
  };

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="calendar-title">
      <header><h2 id="calendar-title">${t('calendar.title')}</h2></header>
      <p class="m2">${t('calendar.why')}</p>
      ${this.troubled()} ${this.feed ? this.shown(this.feed) : this.trouble ? nothing : skeleton(1)}
    </section>`;
  }

  private shown(feed: Feed): unknown {
    return html`${this.address ? this.once() : nothing}
      ${
        feed.exists
          ? html`<p class="m2 s">
              ${t('calendar.exists', { day: shortDay(feed.createdAt ?? '') })}
              ${feed.readAt ? t('calendar.read', { moment: fullMoment(feed.readAt) }) : t('calendar.unread')}
            </p>`
          : nothing
      }
      <div class="row">
        <button class="btn" type="button" ?disabled=${this.busy} @click=${this.renew}>
          ${icon(feed.exists ? 'refresh-cw' : 'rss')}${t(feed.exists ? 'calendar.renew' : 'calendar.make')}
        </button>
        ${
          feed.exists
            ? html`<button class="btn" type="button" ?disabled=${this.busy} @click=${this.revoke}>
                ${icon('trash-2')}${t('calendar.revoke')}
              </button>`
            : nothing
        }
      </div>`;
  }

  private once(): unknown {
    return note(
      'ok',
      'link',
      html`<b class="b">${t('calendar.once')}</b>
        <label class="field"
          ><span class="sr">${t('calendar.link')}</span
          ><input
            class="in mono"
            readonly
            .value=${this.address}
            @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
        /></label>
        <button class="btn sm" type="button" @click=${this.copy}>${icon('copy')}${t('calendar.copy')}</button>`,
    );
  }

  private readonly renew = (): void => {
    void this.attempt(async () => {
      const { address } = await post<{ address: string }>('calendar/feed', undefined);
      this.address = new URL(address, location.origin).href;
      await this.load();
    });
  };

  private readonly revoke = (): void => {
    void this.attempt(async () => {
      await remove('calendar/feed');
      this.address = '';
      await this.load();
    });
  };

  private readonly copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(this.address).catch(() => undefined);
    toast(t('calendar.copied'));
  };
}

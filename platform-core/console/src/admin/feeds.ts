import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post, remove } from '../api/client';
import type { Feed, FeedFormat } from '../api/types/feeds';
import { label, number, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { moment } from '../i18n/time';
import { empty, failedPage, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { may } from '../shell/session';
import { address } from '../shell/router';
import { questionDialog } from './question';
import './feeddialog';

const PAUSE = 5000;
const FIGURES: Key[] = ['feeds.received', 'feeds.stored', 'feeds.known', 'feeds.tray', 'feeds.discarded'];

/** What comes in by itself: every feed with how it is doing, to add, change, run and remove. */
@customElement('vaksam-feeds')
export class Feeds extends Trying {
  @state() private feeds: Feed[] | null = null;
  @state() private formats: FeedFormat[] = [];
  @state() private problem: unknown = null;
  @state() private draft: Feed | 'new' | null = null;
  @state() private doomed: Feed | null = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.feeds'));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private readonly load = async (): Promise<void> => {
    clearTimeout(this.timer);
    try {
      const [feeds, formats] = await Promise.all([
        get<{ items: Feed[] }>('feeds'),
        get<{ items: FeedFormat[] }>('feeds/formats'),
      ]);
      this.feeds = feeds.items;
      this.formats = formats.items;
      this.problem = null;
      if (this.isConnected) this.timer = window.setTimeout(() => void this.load(), PAUSE);
    } catch (caught) {
      this.problem = caught;
    }
  };

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.feeds) return html`<div class="page">${skeleton(6)}</div>`;
    const add = html`<button class="btn primary" type="button" @click=${() => (this.draft = 'new')}>
      ${icon('plus')}${t('feeds.add')}
    </button>`;
    return html`<div class="page admin-page">
        <h1>${t('nav.feeds')}</h1>
        <p class="m2">${t('feeds.why')}</p>
        ${this.troubled()}
        ${
          this.feeds.length
            ? html`<div class="row">${add}</div>
                ${this.table(this.feeds)}`
            : empty('rss', t('feeds.none'), t('feeds.none.why'), add)
        }
      </div>
      ${this.dialog()}
      ${
        this.doomed
          ? questionDialog(
              {
                heading: t('feeds.delete'),
                why: `${this.doomed.name}. ${t('feeds.delete.why')}`,
                verb: t('feeds.delete'),
                act: () => void this.delete(this.doomed),
              },
              () => (this.doomed = null),
            )
          : nothing
      }`;
  }

  private dialog(): unknown {
    if (!this.draft) return nothing;
    return html`<vaksam-feed-dialog
      .feed=${this.draft === 'new' ? null : this.draft}
      .formats=${this.formats}
      @close=${() => (this.draft = null)}
      @change=${() => {
        this.draft = null;
        void this.load();
      }}
    ></vaksam-feed-dialog>`;
  }

  private table(feeds: Feed[]): unknown {
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t('nav.feeds')}>
      <table class="grid plain flush">
        <thead>
          <tr>
            <th scope="col">${t('feeds.name')}</th>
            <th scope="col">${t('feeds.state')}</th>
            ${FIGURES.map((key) => html`<th scope="col" class="n">${t(key)}</th>`)}
            <th scope="col" class="n">${t('feeds.last')}</th>
            <th scope="col"><span class="sr">${t('feeds.run')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${feeds.map((feed) => this.line(feed))}
        </tbody>
      </table>
    </div>`;
  }

  private line(feed: Feed): unknown {
    const { counts } = feed;
    const figures = [counts.received, counts.stored, counts.known, counts.inTray, counts.discarded];
    return html`<tr>
      <td class="t"><span class="b">${feed.name}</span><br /><span class="s m breaks">${this.origin(feed)}</span></td>
      <td>${this.health(feed)}</td>
      ${figures.map((value, place) => html`<td class="n" data-name=${t(FIGURES[place]!)}>${place === 3 ? unread(feed) : number(value)}</td>`)}
      <td class="n m2" data-name=${t('feeds.last')}>${feed.lastItemAt ? moment(feed.lastItemAt) : ''}</td>
      <td>
        <div class="row">
          ${
            feed.nextRunAt
              ? html`<button
                  class="btn quiet icon sm"
                  type="button"
                  aria-label=${t('feeds.run.of', { name: feed.name })}
                  @click=${() => void this.run(feed)}
                >
                  ${icon('refresh-cw')}
                </button>`
              : nothing
          }
          <button
            class="btn quiet icon sm"
            type="button"
            aria-label=${t('feeds.change', { name: feed.name })}
            @click=${() => (this.draft = feed)}
          >
            ${icon('pencil')}
          </button>
          <button
            class="btn quiet icon sm"
            type="button"
            aria-label=${`${t('feeds.delete')}: ${feed.name}`}
            @click=${() => (this.doomed = feed)}
          >
            ${icon('trash-2')}
          </button>
        </div>
      </td>
    </tr>`;
  }

  private origin(feed: Feed): string {
    const format = label(this.formats.find(({ id }) => id === feed.format)?.title) || feed.format;
    const where = feed.folder ?? feed.address ?? t('feeds.send', { address: `/api/feeds/${feed.id}/items` });
    return `${format} · ${where}`;
  }

  private health(feed: Feed): unknown {
    if (!feed.enabled) return html`<span class="m">${t('feeds.off')}</span>`;
    if (feed.failures)
      return html`<span class="bad b">${t('feeds.fails', { n: feed.failures })}</span><br /><span class="s bad breaks"
          >${label(feed.failure)}</span
        >`;
    const ran = feed.source === 'rest' || feed.lastSuccessAt;
    return html`<span>${t(ran ? 'feeds.works' : 'feeds.waits')}</span>`;
  }

  private async run(feed: Feed): Promise<void> {
    await this.attempt(async () => {
      await post(`feeds/${feed.id}/run`, {});
      toast(t('feeds.runs', { name: feed.name }));
      await this.load();
    });
  }

  private async delete(feed: Feed | null): Promise<void> {
    if (!feed) return;
    await this.attempt(async () => {
      await remove(`feeds/${feed.id}`, `"${feed.version}"`);
      toast(t('feeds.deleted'));
      await this.load();
    });
  }
}

function unread({ id, name, counts }: Feed): unknown {
  const words = number(counts.inTray);
  if (!counts.inTray || !may('platform:feeds:tray')) return words;
  return html`<a
    class="bad b"
    href=${address('/admin/tray', { origin: id })}
    aria-label=${t('feeds.tray.show', { n: counts.inTray, name })}
    >${words}</a
  >`;
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { FollowedRecord, FollowedView, SharedWithMe, Slice } from '../api/types/talk';
import { t } from '../i18n/i18n';
import { shortDay } from '../i18n/time';
import { skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { listAddress, typeNamed } from '../shell/areas';
import { brief } from './noticeline';

/** What the person follows, and what is shared with them. */
@customElement('vaksam-subscriptions')
export class Subscriptions extends Trying {
  @state() private views: FollowedView[] | null = null;
  @state() private records: FollowedRecord[] = [];
  @state() private shared: SharedWithMe[] = [];
  @state() private next: { records: string | null; shared: string | null } = { records: null, shared: null };

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('follow.title'));
    void this.attempt(this.load);
  }

  protected override render(): unknown {
    return html`<div class="page admin-page">
      <h1>${t('follow.title')}</h1>
      ${this.troubled()} ${this.views === null ? (this.trouble ? nothing : skeleton(5)) : this.sections(this.views)}
    </div>`;
  }

  private sections(views: FollowedView[]): unknown {
    const section = (id: string, title: string, none: string, lines: unknown[], more: unknown = nothing) =>
      html`<section class="sec" aria-labelledby=${id}>
        <header><h2 id=${id}>${title}</h2></header>
        ${
          lines.length
            ? html`<ul class="lines">
                ${lines}
              </ul>`
            : html`<p class="m2">${none}</p>`
        }
        ${more}
      </section>`;
    return html`${section(
      'followed-views',
      t('follow.views'),
      t('follow.views.none'),
      views.map((view) => this.view(view)),
    )}
    ${section(
      'followed-records',
      t('follow.records'),
      t('follow.records.none'),
      this.records.map((one) => this.followed(one)),
      this.older('records'),
    )}
    ${section(
      'shared-records',
      t('shared.title'),
      t('shared.none'),
      this.shared.map(({ record, until, sharedBy }) => this.mine(record, until, sharedBy)),
      this.older('shared'),
    )}`;
  }

  private view({ id, name, type, filters }: FollowedView): unknown {
    const found = typeNamed(type);
    const query = new URLSearchParams(
      Object.entries(filters).flatMap(([filter, values]) => values.map((value): [string, string] => [filter, value])),
    );
    const words = found ? html`<a href=${listAddress(found, query)}>${name}</a>` : name;
    return html`<li>
      ${icon('filter')}<span class="grow">${words}</span>${this.stop(name, `subscriptions/views/${id}`)}
    </li>`;
  }

  private followed({ id, record }: FollowedRecord): unknown {
    const words = record ? brief(record) : t('notices.hidden');
    return html`<li>
      ${icon('bell')}<span class="grow">${words}</span>${this.stop(record?.number ?? '', `subscriptions/records/${id}`)}
    </li>`;
  }

  private mine(record: SharedWithMe['record'], until: string, by: string | null): unknown {
    return html`<li>
      ${icon('share-2')}<span class="grow"
        >${brief(record)}
        <span class="m2 s"
          >${t('shared.until', { day: shortDay(until) })} ${by ? t('shared.by', { name: by }) : nothing}</span
        ></span
      >
    </li>`;
  }

  private stop(name: string, address: string): unknown {
    return html`<button
      class="btn sm"
      type="button"
      aria-label=${t('follow.stop.one', { name })}
      ?disabled=${this.busy}
      @click=${() =>
        void this.attempt(async () => {
          await remove(address);
          await this.load();
        })}
    >
      ${t('follow.stop')}
    </button>`;
  }

  private older(list: 'records' | 'shared'): unknown {
    return this.next[list]
      ? html`<button class="btn sm" type="button" @click=${() => void this.attempt(() => this.more(list))}>
          ${t('comments.more')}
        </button>`
      : nothing;
  }

  private async more(list: 'records' | 'shared'): Promise<void> {
    const from = encodeURIComponent(this.next[list] ?? '');
    if (list === 'records') {
      const page = await get<Slice<FollowedRecord>>(`subscriptions/records?after=${from}`);
      this.records = [...this.records, ...page.items];
      this.next = { ...this.next, records: page.next ?? null };
    } else {
      const page = await get<Slice<SharedWithMe>>(`shares/mine?before=${from}`);
      this.shared = [...this.shared, ...page.items];
      this.next = { ...this.next, shared: page.next ?? null };
    }
  }

  private readonly load = async (): Promise<void> => {
    const [views, records, shared] = await Promise.all([
      get<{ items: FollowedView[] }>('subscriptions/views'),
      get<Slice<FollowedRecord>>('subscriptions/records'),
      get<Slice<SharedWithMe>>('shares/mine'),
    ]);
    this.views = views.items;
    this.records = records.items;
    this.shared = shared.items;
    this.next = { records: records.next ?? null, shared: shared.next ?? null };
  };
}

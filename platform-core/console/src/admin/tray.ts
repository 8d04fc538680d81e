import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { Page } from '../api/types/common';
import type { FeedFormat, TrayItem } from '../api/types/feeds';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { empty, failedPage, faults, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { listAddress, typeNamed } from '../shell/areas';
import { go, place, query } from '../shell/router';
import './trayitem';

const STATES = ['open', 'stored', 'discarded'] as const;

/** The line of a file, or where else in its origin it was. */
export const whereabouts = ({ origin, place: at }: TrayItem): string =>
  origin.type === 'import' ? `${origin.name}, ${t('tray.line', { n: at })}` : `${origin.name}, ${at}`;

/** What came in and could not be read: with the reason, to correct, read again or discard. */
@customElement('vaksam-tray')
export class Tray extends Trying {
  @state() private items: TrayItem[] | null = null;
  @state() private formats: FeedFormat[] = [];
  @state() private next: string | null = null;
  @state() private problem: unknown = null;
  @state() private chosen = new Set<string>();
  @state() private opened = '';
  private shown = '';

  protected override stores = () => [place];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.tray'));
    void get<{ items: FeedFormat[] }>('feeds/formats')
      .then(({ items }) => (this.formats = items))
      .catch(() => undefined);
  }

  /** By its title for those who see the feeds. */
  private formatName = (id: string) => label(this.formats.find((format) => format.id === id)?.title) || id;

  protected override willUpdate(): void {
    const wanted = this.filter().toString();
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.items = null;
    this.chosen = new Set();
    void this.load();
  }

  private filter(): URLSearchParams {
    const filter = new URLSearchParams({ state: place.value.query.get('state') ?? 'open', limit: '50' });
    const origin = place.value.query.get('origin');
    if (origin) filter.set('origin', origin);
    return filter;
  }

  private readonly load = async (cursor = ''): Promise<void> => {
    const filter = this.filter();
    if (cursor) filter.set('cursor', cursor);
    try {
      const page = await get<Page<TrayItem>>(`tray?${filter.toString()}`);
      this.items = [...(cursor ? (this.items ?? []) : []), ...page.items];
      this.next = page.next;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  };

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.items) return html`<div class="page">${skeleton(6)}</div>`;
    const now = this.filter().get('state') ?? 'open';
    return html`<div class="page admin-page">
        <h1>${t('nav.tray')}</h1>
        <p class="m2">${t('tray.why')}</p>
        ${this.troubled()}
        <div class="inline-form">
          <label class="field"
            ><span class="label">${t('tray.state')}</span
            ><select
              class="in"
              @change=${(event: Event) => query({ state: (event.target as HTMLSelectElement).value })}
            >
              ${STATES.map((one) => html`<option value=${one} ?selected=${one === now}>${t(`tray.state.${one}`)}</option>`)}
            </select></label
          >
          ${
            this.chosen.size
              ? html`<button class="btn primary" type="button" ?disabled=${this.busy} @click=${this.retry}>
                  ${icon('rotate-cw')}${t('tray.retry.chosen', { n: this.chosen.size })}
                </button>`
              : nothing
          }
        </div>
        ${
          this.items.length
            ? html`<ul class="lines tray">
                ${this.items.map((item) => this.line(item))}
              </ul>`
            : empty('inbox', t('tray.none'), t(now === 'open' ? 'tray.none.why' : 'tray.none.state'))
        }
        ${this.next ? html`<button class="btn sm" type="button" @click=${() => void this.load(this.next ?? '')}>${t('tray.more')}</button>` : nothing}
      </div>
      ${
        this.opened
          ? html`<vaksam-tray-item
              .id=${`tray-${this.opened}`}
              .item=${this.opened}
              @close=${() => (this.opened = '')}
              @change=${() => {
                this.opened = '';
                void this.load();
              }}
            ></vaksam-tray-item>`
          : nothing
      }`;
  }

  private line(item: TrayItem): unknown {
    const name = whereabouts(item);
    return html`<li>
      ${
        item.state === 'open' && item.whole
          ? html`<label class="check"
              ><input
                type="checkbox"
                .checked=${this.chosen.has(item.id)}
                @change=${(event: Event) => this.choose(item.id, (event.target as HTMLInputElement).checked)}
              /><span class="sr">${t('tray.choose', { name })}</span></label
            >`
          : html`<span></span>`
      }
      <div class="grow">
        <p><b class="b breaks">${name}</b></p>
        <p class="s m">
          ${moment(item.receivedAt)} · ${this.formatName(item.format)} · ${t('tray.attempts', { n: item.attempts })}
        </p>
        <p class="breaks">${label(item.detail)}</p>
        ${faults(item.errors)} ${item.reason ? html`<p class="s breaks">${item.reason}</p>` : nothing}
        ${
          item.closedAt
            ? html`<p class="s m">${t('tray.by', { by: item.closedBy ?? '', at: moment(item.closedAt) })}</p>`
            : html`<button
                class="btn sm"
                type="button"
                aria-label=${t('tray.open.of', { name })}
                @click=${() => (this.opened = item.id)}
              >
                ${icon('pencil-line')}${t('tray.open')}
              </button>`
        }
        ${
          item.record
            ? html`<button class="btn sm" type="button" @click=${() => void this.show(item.record ?? '')}>
                ${t('tray.record')}
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  private choose(id: string, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(id);
    else chosen.delete(id);
    this.chosen = chosen;
  }

  private async show(id: string): Promise<void> {
    await this.attempt(async () => {
      const { type } = await get<{ type: string }>(`records/${id}`);
      const found = typeNamed(type);
      if (found) go(`${listAddress(found)}/${id}`);
    });
  }

  private readonly retry = async (): Promise<void> => {
    await this.attempt(async () => {
      const { items } = await post<{ items: TrayItem[] }>('tray/retry', { ids: [...this.chosen] });
      const read = items.filter(({ state: after }) => after === 'stored').length;
      toast(t('tray.stored.many', { n: read, rest: items.length - read }));
      this.chosen = new Set();
      await this.load();
    });
  };
}

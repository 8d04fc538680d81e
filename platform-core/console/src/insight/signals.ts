import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get } from '../api/client';
import type { Signal, Signals as Found } from '../api/types/signal';
import { number, t } from '../i18n/i18n';
import { failed, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { refused } from '../kit/part';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { recordChanged } from '../shell/live';
import { me } from '../shell/session';
import { signalCard, signalLine } from './signalcard';
import './dismissal';

const SHORT = 4;
/** What is unusual over days does not change by the minute, and takes some computing. */
const PATIENCE = 300_000;

/** Filters that say which records, and not when or in what state: signals know no others. */
const NARROWER = ['kind', 'unit', 'place', 'asset', 'category', 'severity', 'source', 'channel'];

/** What is not as usual: a box of a few lines with `short`, otherwise cards that explain themselves. */
@customElement('vaksam-signals')
export class SignalsView extends View {
  @property({ type: Boolean }) short = false;
  @property() type = '';
  /** Instead of the usual heading of the box. */
  @property() heading = '';
  @property({ attribute: false }) filters = new URLSearchParams();
  @state() private found: Found | null = null;
  @state() private problem: unknown = null;
  @state() private aside = false;
  @state() private dismissing: Signal | null = null;
  @state() private trouble: unknown = null;
  private asked: string | null = null;
  private leaveLive: () => void = () => undefined;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLive = recordChanged.watch(() => {
      this.timer ||= window.setTimeout(() => {
        this.timer = 0;
        void this.load();
      }, PATIENCE);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = 0;
    this.leaveLive();
  }

  private get selection(): string {
    const query = new URLSearchParams(this.type ? { type: this.type } : {});
    for (const [name, value] of this.filters) if (NARROWER.includes(name)) query.append(name, value);
    return query.toString();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const wanted = `${this.selection}|${this.aside}`;
    if (wanted === this.asked) return;
    this.asked = wanted;
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    const asked = this.asked;
    try {
      const found = await get<Found>(
        `insight/signals?${this.selection}&dismissed=${this.aside}${this.short ? `&limit=${SHORT}` : ''}`,
      );
      if (asked !== this.asked) return;
      this.found = found;
      this.problem = null;
    } catch (caught) {
      if (asked !== this.asked) return;
      this.problem = caught;
      refused(this, caught);
    }
  };

  protected override render(): unknown {
    return this.short ? this.box() : this.cards();
  }

  private box(): unknown {
    const total = this.found?.total ?? 0;
    return html`<section class="home-signals">
      <h2>
        ${this.heading || t('signals.title')}<a href="/console/picture"
          >${total > SHORT ? t('signals.all', { n: total }) : t('nav.picture')}</a
        >
      </h2>
      ${this.content(
        (found) =>
          html`<ul>
            ${found.items.map(signalLine)}
          </ul>`,
      )}
    </section>`;
  }

  private cards(): unknown {
    const deeds = {
      dismiss: (signal: Signal) => (this.dismissing = signal),
      recall: (signal: Signal) => void this.recall(signal),
    };
    return html`<div class="sec-h sig-head">
        <h2>
          ${t('signals.title')}${this.found && this.found.total > 0 ? html` <span class="n num">${number(this.found.total)}</span>` : nothing}
        </h2>
        <span class="push row">
          ${this.follow()}
          <button
            class="btn quiet sm"
            type="button"
            aria-pressed=${this.aside}
            @click=${() => {
              this.found = null;
              this.aside = !this.aside;
            }}
          >
            ${icon('archive', 'i-s')}${t('signals.aside')}
          </button>
        </span>
      </div>
      ${this.trouble ? noteOf(this.trouble) : nothing}
      ${this.content((found) => html`<div class="sigs">${found.items.map((signal) => signalCard(signal, deeds))}</div>`)}
      ${
        this.dismissing
          ? html`<vaksam-dismissal
              .signal=${this.dismissing}
              .query=${this.selection}
              @close=${() => (this.dismissing = null)}
              @done=${this.dismissed}
            ></vaksam-dismissal>`
          : nothing
      }`;
  }

  private content(shown: (found: Found) => unknown): unknown {
    if (this.problem && !this.found) return failed(this.problem, () => void this.load());
    const found = this.found;
    if (!found) return skeleton(this.short ? 2 : 4);
    return found.items.length > 0 ? shown(found) : this.nothing(found);
  }

  private nothing(found: Found): unknown {
    if (this.aside) return html`<p class="m2">${t('signals.aside.none')}</p>`;
    const why = found.tested > 0 ? t('signals.none.why', { tested: number(found.tested) }) : t('signals.short');
    return html`<div class="sig-none">
      <p>${t('signals.none')}</p>
      <p class="m2 s">${why}</p>
    </div>`;
  }

  private follow(): unknown {
    if (!this.found || !me()) return nothing;
    const { following } = this.found;
    return html`<button
      class="btn quiet sm"
      type="button"
      aria-pressed=${following}
      @click=${() => void this.attempt(() => call('insight/signals/following', { method: following ? 'DELETE' : 'PUT' }))}
    >
      ${icon('bell', 'i-s')}${t('signals.follow')}
    </button>`;
  }

  private readonly dismissed = (): void => {
    this.dismissing = null;
    toast(t('signals.dismissed'));
    void this.load();
  };

  private async recall(signal: Signal): Promise<void> {
    await this.attempt(async () => {
      await call(`insight/signals/${signal.key}/dismissal?${this.selection}`, { method: 'DELETE' });
      toast(t('signals.recalled'));
    });
  }

  private async attempt(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
      this.trouble = null;
    } catch (caught) {
      this.trouble = caught;
    }
    await this.load();
  }
}

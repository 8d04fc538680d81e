import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { Conversation, Reporter, ReporterMessage } from '../api/types/reportermessage';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { failed } from '../kit/feedback';
import { counted } from '../kit/part';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { newKey } from './draft';

/** What handlers and whoever reported without an account write to each other; nothing where nobody outside reported. */
@customElement('vaksam-reporter-messages')
export class ReporterMessages extends Trying {
  /** Id of the record. */
  @property() record = '';
  @state() private reporter: Reporter | null = null;
  @state() private items: ReporterMessage[] = [];
  @state() private next: string | null = null;
  @state() private problem: unknown = null;
  @state() private text = '';
  /** Stays the same until the message is stored, so that sending it again does not double it. */
  private key = newKey();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record')) void this.load();
  }

  private get address(): string {
    return `reporter-messages/${encodeURIComponent(this.record)}`;
  }

  private async load(cursor?: string): Promise<void> {
    const asked = this.record;
    try {
      const page = await get<Conversation>(
        cursor ? `${this.address}?cursor=${encodeURIComponent(cursor)}` : this.address,
      );
      if (asked !== this.record) return;
      this.reporter = page.reporter;
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      this.next = page.next;
      this.problem = null;
      if (page.reporter) counted(this, 'reporter', `${this.items.length}${page.next ? '+' : ''}`);
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failed(this.problem, () => void this.load());
    const { reporter } = this;
    if (!reporter) return nothing;
    const who = [reporter.name, reporter.email, reporter.phone].filter(Boolean).join(', ');
    return html`<section class="sec" aria-labelledby="reporter-title">
      <header><h2 id="reporter-title">${t('reporter.title')}</h2></header>
      <p class="m2">${who ? t('reporter.known', { who }) : t('reporter.anonymous')}</p>
      ${this.items.length ? this.list() : html`<p class="m2">${t('reporter.none')}</p>`}
      ${this.next ? html`<button class="btn sm" type="button" @click=${() => void this.load(this.next ?? undefined)}>${t('reporter.more')}</button>` : nothing}
      <form class="reporter-form" @submit=${this.send}>
        <div class="field">
          <label class="label" for="reporter-text">${t('reporter.write')}</label>
          <textarea
            id="reporter-text"
            class="in"
            rows="3"
            maxlength="4000"
            required
            .value=${this.text}
            @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </div>
        ${this.troubled()}
        <button class="btn primary" type="submit" ?disabled=${this.busy || !this.text.trim()}>
          ${t('reporter.send')}
        </button>
      </form>
    </section>`;
  }

  private list(): unknown {
    return html`<ol class="tl">
      ${[...this.items].reverse().map(
        (message) =>
          html`<li>
            <p class="ev">
              <b>${message.from === 'handler' ? (message.author?.name ?? '') : t('reporter.reporter')}</b>
              <time class="s" datetime=${message.sentAt}>${moment(message.sentAt)}</time><br /><span class="breaks"
                >${message.text}</span
              >
            </p>
          </li>`,
      )}
    </ol>`;
  }

  private readonly send = (event: Event): void => {
    event.preventDefault();
    void this.attempt(async () => {
      await post(this.address, { text: this.text }, { 'Idempotency-Key': this.key });
      this.key = newKey();
      this.text = '';
      toast(t('reporter.sent'));
      await this.load();
      this.dispatchEvent(new CustomEvent('changed'));
    });
  };
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, get, remove } from '../api/client';
import type { Letter, MailStatus, Slice } from '../api/types/talk';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { empty, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';

/** The letters that could not be delivered. */
@customElement('vaksam-mail')
export class MailPage extends Trying {
  @state() private status: MailStatus | null = null;
  @state() private letters: Letter[] = [];
  @state() private next: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('mail.title'));
    void this.attempt(() => this.load());
  }

  protected override render(): unknown {
    return html`<div class="page admin-page">
      <h1>${t('mail.title')}</h1>
      <p class="m2">${t('mail.why')}</p>
      ${this.troubled()} ${this.status ? this.tray(this.status) : this.trouble ? nothing : skeleton(4)}
    </div>`;
  }

  private tray({ possible, waiting, stuck }: MailStatus): unknown {
    return html`${possible ? nothing : note('warn', 'mail', t('mail.off'))}
    ${waiting ? html`<p>${t('mail.waiting', { n: waiting })}</p>` : nothing}
    ${stuck ? note('warn', 'clock-alert', t('mail.stuck', { n: stuck })) : nothing}
    ${
      this.letters.length
        ? html`<ul class="lines wraps">
            ${this.letters.map((letter) => this.line(letter))}
          </ul>`
        : empty('mail', t('mail.none'), t('mail.none.why'))
    }
    ${
      this.next
        ? html`<button class="btn sm" type="button" @click=${() => void this.attempt(() => this.load(this.next))}>
            ${t('comments.more')}
          </button>`
        : nothing
    }`;
  }

  private line({ id, name: known, record, createdAt, attempts, reason }: Letter): unknown {
    const name = record === null ? known : t('mail.reporter', { record });
    return html`<li>
      <div class="grow">
        <p><b class="b">${name}</b> <time class="m2 s" datetime=${createdAt}>${moment(createdAt)}</time></p>
        <p class="s m2">${attempts} ${t('mail.attempts', { n: attempts })}</p>
        <p class="s mono breaks">${reason}</p>
      </div>
      <button
        class="btn sm"
        type="button"
        aria-label=${t('mail.retry.one', { name })}
        ?disabled=${this.busy}
        @click=${() => void this.work(() => call(`mail/undeliverable/${id}/retry`, { method: 'POST' }), t('mail.retried'))}
      >
        ${icon('rotate-cw')}${t('mail.retry')}
      </button>
      <button
        class="btn sm"
        type="button"
        aria-label=${t('mail.discard.one', { name })}
        ?disabled=${this.busy}
        @click=${() => void this.work(() => remove(`mail/undeliverable/${id}`), t('mail.discarded'))}
      >
        ${icon('trash-2')}${t('mail.discard')}
      </button>
    </li>`;
  }

  private work(deed: () => Promise<unknown>, done: string): Promise<boolean> {
    return this.attempt(async () => {
      await deed();
      toast(done);
      await this.load();
    });
  }

  private async load(before: string | null = null): Promise<void> {
    const [status, page] = await Promise.all([
      get<MailStatus>('mail'),
      get<Slice<Letter>>(`mail/undeliverable${before ? `?before=${before}` : ''}`),
    ]);
    this.status = status;
    this.letters = before ? [...this.letters, ...page.items] : page.items;
    this.next = page.next ?? null;
  }
}

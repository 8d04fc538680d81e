import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get, patch, post, remove } from '../api/client';
import type { Comment, Slice } from '../api/types/talk';
import { t } from '../i18n/i18n';
import { fullMoment, moment } from '../i18n/time';
import { skeleton } from '../kit/feedback';
import { initials } from '../kit/marks';
import { counted } from '../kit/part';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { recordChanged } from '../shell/live';
import { me } from '../shell/session';
import type { Composer } from './composer';
import { pieces } from './mention';
import './composer';

/** What people say about a record. */
@customElement('vaksam-comments')
export class Comments extends Trying {
  @property() recordId = '';
  @property({ type: Boolean }) handles = false;
  @state() private comments: Comment[] | null = null;
  @state() private next: string | null = null;
  @state() private editing: string | null = null;
  @state() private earlier: Record<string, { text: string; until: string }[]> = {};
  private key = crypto.randomUUID();
  private leave: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.leave = recordChanged.watch((event) => {
      if (event?.id === this.recordId && event.action.startsWith('comment.') && !this.busy) void this.refresh();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('recordId')) void this.refresh();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('comments') || !this.comments) return;
    const n = this.comments.filter(({ removedAt }) => !removedAt).length;
    counted(this, 'comments', `${n}${this.next ? '+' : ''}`);
  }

  protected override render(): unknown {
    return html`<section class="sec comments" aria-labelledby="comments-title">
      <header><h2 id="comments-title">${t('comments.title')}</h2></header>
      ${this.list()}
      ${
        this.next
          ? html`<button class="btn sm" type="button" @click=${() => void this.attempt(this.more)}>
              ${t('comments.more')}
            </button>`
          : nothing
      }
      ${this.troubled()}
      <vaksam-composer
        recordId=${this.recordId}
        name=${t('comments.new')}
        action=${t('comments.send')}
        ?busy=${this.busy}
        @send=${this.send}
      ></vaksam-composer>
    </section>`;
  }

  private list(): unknown {
    if (this.comments === null) return this.trouble ? nothing : skeleton(2);
    if (this.comments.length === 0) return html`<p class="m2 s talk-none">${t('comments.none')}</p>`;
    return html`<ol class="talk">
      ${this.comments.map((comment) => this.one(comment))}
    </ol>`;
  }

  private one(comment: Comment): unknown {
    const { id, author, createdAt, removedAt, removedBy } = comment;
    return html`<li id="comment-${id}">
      <span class="av" aria-hidden="true">${initials(author.name)}</span>
      <div class="grow">
        <p class="s">
          <b class="b">${author.name}</b>
          <time class="m2" datetime=${createdAt} title=${fullMoment(createdAt)}>${moment(createdAt)}</time>
          ${comment.editedAt && !removedAt ? this.editedMark(comment) : nothing}
        </p>
        ${
          removedAt
            ? html`<p class="m2 s">${t('comments.removed', { name: removedBy?.name ?? '' })}</p>`
            : this.editing === id
              ? this.editor(comment)
              : html`<p class="said">${this.said(comment)}</p>
                  ${this.deeds(comment)}`
        }
      </div>
    </li>`;
  }

  private said({ text }: Comment): unknown {
    return pieces(text).map((piece) => (piece.mention ? html`<b class="mention">${piece.text}</b>` : piece.text));
  }

  private editedMark({ id }: Comment): unknown {
    const earlier = this.earlier[id];
    return html`<button
        class="link s m2"
        type="button"
        aria-expanded=${Boolean(earlier)}
        @click=${() => void this.show(id)}
      >
        ${t('comments.edited')}
      </button>
      ${
        earlier
          ? html`<span class="earlier" role="group" aria-label=${t('comments.earlier')}
              >${earlier.map(({ text, until }) => html`<span class="said m2">${text} (${moment(until)})</span>`)}</span
            >`
          : nothing
      }`;
  }

  private deeds(comment: Comment): unknown {
    const own = comment.author.id === me()?.id;
    const editable = own && new Date(comment.editableUntil) > new Date();
    return html`<p class="talk-deeds">
      ${
        editable
          ? html`<button class="link s" type="button" @click=${() => (this.editing = comment.id)}>
              ${t('comments.edit')}
            </button>`
          : nothing
      }
      ${
        own || this.handles
          ? html`<button class="link s" type="button" @click=${() => void this.take(comment)}>
              ${t('comments.remove')}
            </button>`
          : nothing
      }
    </p>`;
  }

  private editor(comment: Comment): unknown {
    return html`<vaksam-composer
        recordId=${this.recordId}
        fieldId="edit-${comment.id}"
        name=${t('comments.edit.of')}
        action=${t('comments.save')}
        first=${comment.text}
        ?busy=${this.busy}
        @send=${(event: CustomEvent<string>) => void this.change(comment, event.detail)}
      ></vaksam-composer>
      <button class="link s" type="button" @click=${() => (this.editing = null)}>${t('follow.cancel')}</button>`;
  }

  private readonly send = (event: CustomEvent<string>): void => {
    const composer = event.target as Composer;
    const body = { record: this.recordId, text: event.detail };
    void this.attempt(async () => {
      const said = await post<Comment>('comments', body, { 'Idempotency-Key': this.key });
      this.key = crypto.randomUUID();
      composer.clear();
      this.comments = [...(this.comments ?? []).filter(({ id }) => id !== said.id), said];
    });
  };

  private change(comment: Comment, text: string): Promise<boolean> {
    return this.attempt(async () => {
      const { body } = await patch<Comment>(`comments/${comment.id}`, { text }, `"${comment.version}"`);
      this.replace(body);
      this.editing = null;
    });
  }

  private take(comment: Comment): Promise<boolean> {
    return this.attempt(async () => {
      await remove(`comments/${comment.id}`);
      toast(t('comments.removed.done'));
      const self = me();
      this.replace({
        ...comment,
        text: '',
        removedAt: new Date().toISOString(),
        removedBy: self ? { id: self.id, name: self.name } : null,
      });
    });
  }

  private replace(comment: Comment): void {
    this.comments = (this.comments ?? []).map((one) => (one.id === comment.id ? comment : one));
  }

  private async show(id: string): Promise<void> {
    if (this.earlier[id]) {
      const { [id]: _shown, ...others } = this.earlier;
      this.earlier = others;
      return;
    }
    await this.attempt(async () => {
      const { items } = await get<{ items: { text: string; until: string }[] }>(`comments/${id}/versions`);
      this.earlier = { ...this.earlier, [id]: items };
    });
  }

  /** Everything that was shown, as it is now. */
  private async refresh(): Promise<void> {
    await this.attempt(async () => {
      const wanted = Math.min(200, Math.max(50, (this.comments?.length ?? 0) + 10));
      const { items, next } = (
        await call<Slice<Comment>>(`comments?${new URLSearchParams({ record: this.recordId, limit: String(wanted) })}`)
      ).body;
      this.comments = items;
      this.next = next ?? null;
    });
  }

  private readonly more = async (): Promise<void> => {
    const query = new URLSearchParams({ record: this.recordId, after: this.next ?? '' });
    const { items, next } = await get<Slice<Comment>>(`comments?${query}`);
    this.comments = [...(this.comments ?? []), ...items];
    this.next = next ?? null;
  };
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call, get, post } from '../api/client';
import type { DesignKind, DesignType, Draft, Move } from '../api/types/design';
import { label, number, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { failedPage, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import '../kit/menu';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { definitionsChanged } from '../shell/live';
import { address, go } from '../shell/router';
import './movedialog';
import './newkind';
import { reasonDialog } from './reason';

type Asked =
  | { what: 'new'; type: DesignType }
  | { what: 'return'; type: DesignType; kind: DesignKind }
  | { what: 'move'; type: DesignType; kind: DesignKind };

const PAUSE = 1500;

/** Kinds of records with their forms and processes: what is in force, where it comes from, what somebody is working on. */
@customElement('vaksam-processes')
export class Processes extends Trying {
  @state() private types: DesignType[] | null = null;
  @state() private moves: Record<string, Move> = {};
  @state() private problem: unknown = null;
  @state() private asked: Asked | null = null;
  private timer = 0;
  private unwatchLive = (): void => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.definitions'));
    this.unwatchLive = definitionsChanged.watch(() => void this.load());
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.unwatchLive();
  }

  private readonly load = async (): Promise<void> => {
    clearTimeout(this.timer);
    try {
      this.types = (await get<{ items: DesignType[] }>('definitions')).items;
      this.problem = null;
      await this.follow();
    } catch (caught) {
      this.problem = caught;
    }
  };

  /** Moves of records that are under way. */
  private async follow(): Promise<void> {
    const behind = (this.types ?? []).flatMap(({ type, kinds }) =>
      kinds.filter(({ older }) => older > 0).map(({ kind }) => `${type}/${kind}`),
    );
    const found: Record<string, Move> = {};
    for (const id of behind.slice(0, 20)) {
      const { items } = await get<{ items: Move[] }>(`definitions/${id}/moves`);
      if (items[0] && !items[0].endedAt) found[id] = items[0];
    }
    this.moves = found;
    if (Object.keys(found).length && this.isConnected) this.timer = window.setTimeout(() => void this.load(), PAUSE);
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    return html`<div class="page admin-page">
        <h1>${t('nav.definitions')}</h1>
        <p class="m2">${t('design.why')}</p>
        ${this.troubled()} ${this.types ? this.types.map((type) => this.type(type)) : skeleton(6)}
      </div>
      ${this.question()}`;
  }

  private type(type: DesignType): unknown {
    const id = `type-${type.type.replace('.', '-')}`;
    return html`<section class="sec" aria-labelledby=${id}>
      <header>
        <h2 id=${id}>${label(type.titles)}</h2>
        ${type.dormant ? html`<span class="badge warn">${t('design.dormant')}</span>` : nothing}
        <span class="push"></span>
        ${
          type.dormant
            ? nothing
            : html`<button class="btn sm" type="button" @click=${() => (this.asked = { what: 'new', type })}>
                ${icon('plus')}${t('design.kind.new')}
              </button>`
        }
      </header>
      <div class="scroll-x">
        <table class="grid plain flush">
          <thead>
            <tr>
              <th scope="col">${t('design.kind')}</th>
              <th scope="col">${t('design.inforce')}</th>
              <th scope="col" class="n">${t('design.records')}</th>
              <th scope="col">${t('design.draft')}</th>
              <th scope="col"><span class="sr">${t('design.deeds')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${type.kinds.map((kind) => this.kind(type, kind))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private kind(type: DesignType, kind: DesignKind): unknown {
    const name = label(kind.title) || kind.kind;
    const move = this.moves[`${type.type}/${kind.kind}`];
    return html`<tr>
      <th scope="row"><span class="row tight">${icon(kind.icon || type.icon)}${name}</span></th>
      <td class="t">
        ${kind.version ? html`${t('design.version', { n: kind.version })} ` : nothing}${this.origin(kind)}
      </td>
      <td class="n t">
        ${number(kind.records)}
        ${kind.older ? html`<br /><span class="s m">${move ? t('design.moving', { n: kind.older }) : t('design.older', { n: kind.older })}</span>` : nothing}
      </td>
      <td class="t">
        ${kind.draft ? html`${kind.draft.updatedBy}<br /><span class="s m">${moment(kind.draft.updatedAt)}</span>` : html`<span class="m">–</span>`}
      </td>
      <td>
        <span class="row tight">
          ${
            kind.draft
              ? html`<a
                  class="btn sm"
                  href=${address(`/admin/definitions/${kind.draft.id}`)}
                  aria-label=${t('design.goon.name', { name })}
                  >${icon('pencil-line')}${t('design.goon')}</a
                >`
              : type.dormant
                ? nothing
                : html`<button
                    class="btn sm"
                    type="button"
                    aria-label=${t('design.edit.name', { name })}
                    ?disabled=${this.busy}
                    @click=${() => this.start(type, kind)}
                  >
                    ${icon('pencil-line')}${t('design.edit')}
                  </button>`
          }
          ${this.more(type, kind, name, !!move)}
        </span>
      </td>
    </tr>`;
  }

  private origin(kind: DesignKind): unknown {
    if (!kind.version) return html`<span class="badge info">${t('design.origin.unpublished')}</span>`;
    if (kind.retired) return html`<span class="badge">${t('design.origin.retired')}</span>`;
    return html`<span class="badge ${kind.own ? 'info' : 'line'}"
        >${t(kind.own ? 'design.origin.own' : 'design.origin.module')}</span
      >${kind.waiting ? html` <span class="badge warn">${t('design.origin.waiting')}</span>` : nothing}`;
  }

  private more(type: DesignType, kind: DesignKind, name: string, moving: boolean): unknown {
    const deeds = [
      kind.older && !moving
        ? html`<button type="button" @click=${() => (this.asked = { what: 'move', type, kind })}>
            ${icon('arrow-right-left')}${t('design.move.go', { n: kind.older })}
          </button>`
        : nothing,
      kind.waiting && !kind.draft && !type.dormant
        ? html`<button type="button" @click=${() => this.start(type, kind, 'module')}>
            ${icon('git-merge')}${t('design.merge')}
          </button>`
        : nothing,
      kind.own && kind.version && !kind.retired
        ? html`<button type="button" @click=${() => (this.asked = { what: 'return', type, kind })}>
            ${icon('rotate-ccw')}${t(kind.module ? 'design.return' : 'design.retire')}
          </button>`
        : nothing,
      kind.draft
        ? html`<button type="button" @click=${() => this.discard(kind)}>
            ${icon('trash-2')}${t('design.discard')}
          </button>`
        : nothing,
    ].filter((deed) => deed !== nothing);
    return deeds.length
      ? html`<vaksam-menu
          look="btn quiet icon sm"
          side="end"
          name=${t('design.more', { name })}
          .face=${icon('ellipsis')}
          .items=${deeds}
        ></vaksam-menu>`
      : nothing;
  }

  private question(): unknown {
    const { asked } = this;
    if (!asked) return nothing;
    const leave = () => (this.asked = null);
    if (asked.what === 'new') return html`<vaksam-new-kind .type=${asked.type} @close=${leave}></vaksam-new-kind>`;
    const { kind, type } = asked;
    if (asked.what === 'move')
      return html`<vaksam-move-records
        .type=${type.type}
        .kind=${kind}
        @close=${leave}
        @done=${() => void this.load()}
      ></vaksam-move-records>`;
    const name = label(kind.title) || kind.kind;
    return reasonDialog(
      {
        heading: t(kind.module ? 'design.return.title' : 'design.retire.title', { name }),
        why: t(kind.module ? 'design.return.why' : 'design.retire.why'),
        verb: t(kind.module ? 'design.return' : 'design.retire'),
        act: (reason) => this.giveBack(type, kind, reason),
      },
      leave,
    );
  }

  private readonly start = (type: DesignType, kind: DesignKind, from?: 'module'): Promise<boolean> =>
    this.attempt(async () => {
      const draft = await post<Draft>('definitions/drafts', {
        type: type.type,
        kind: kind.kind,
        ...(from ? { from } : {}),
      });
      go(address(`/admin/definitions/${draft.id}`));
    });

  private giveBack(type: DesignType, kind: DesignKind, reason: string): void {
    void this.attempt(async () => {
      await call(`definitions/${type.type}/${kind.kind}?reason=${encodeURIComponent(reason)}`, {
        method: 'DELETE',
        headers: { 'If-Match': `"${kind.version}"` },
      });
      toast(t(kind.module ? 'design.returned' : 'design.retired'));
      await this.load();
    });
  }

  private discard(kind: DesignKind): void {
    void this.attempt(async () => {
      const { body, etag } = await call<Draft>(`definitions/drafts/${kind.draft!.id}`);
      await call(`definitions/drafts/${kind.draft!.id}`, { method: 'DELETE', headers: { 'If-Match': etag } });
      toast(t('design.discarded'), { label: t('action.undo'), run: () => void this.restore(body) });
      await this.load();
    });
  }

  /** Begins the draft again with what was thrown away. */
  private async restore(draft: Draft): Promise<void> {
    await this.attempt(async () => {
      const again = await call<Draft>('definitions/drafts', {
        method: 'POST',
        body: { type: draft.type, kind: draft.kind, ...(draft.base ? {} : { title: draft.definition.title }) },
      });
      await call(`definitions/drafts/${again.body.id}`, {
        method: 'PUT',
        body: draft.definition,
        headers: { 'If-Match': again.etag },
      });
      await this.load();
    });
  }
}

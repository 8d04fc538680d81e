import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Words } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { moment } from '../i18n/time';
import { failedPage, note, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { address, place } from '../shell/router';
import './deadlinedesigner';
import './formdesigner';
import './general';
import './processdesigner';
import './publishdesigner';
import './retentiondesigner';
import './routingdesigner';
import { Session } from './session';
import './trydesigner';
import { loadWords } from './vocabulary';

const TABS = ['form', 'process', 'routing', 'deadlines', 'retention', 'general', 'try', 'publish'] as const;
type Tab = (typeof TABS)[number];

/** Where one kind's form and process are changed: what is in the draft is kept by itself, and counts when it is published. */
@customElement('vaksam-designer')
export class Designer extends View {
  @property() draftId = '';
  @state() private session: Session | null = null;
  @state() private problem: unknown = null;
  @state() private vocabulary: Words = { permissions: [], roles: [] };
  private shownTab = '';
  private unwatched: (() => void)[] = [];

  protected override stores = () => [place];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.undoing);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.undoing);
    this.leave();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('draftId')) void this.open();
    this.entitle(this.session ? label(this.session.doc.value.title) : t('nav.definitions'));
  }

  private leave(): void {
    for (const stop of this.unwatched) stop();
    this.unwatched = [];
    this.session?.close();
  }

  private readonly open = async (): Promise<void> => {
    this.leave();
    this.session = null;
    this.problem = null;
    try {
      const session = await Session.open(this.draftId);
      this.vocabulary = await loadWords(session.draft.type);
      this.unwatched = [session.doc, session.saving, session.faults].map((store) =>
        (store as { watch: (watcher: () => void) => () => void }).watch(() => this.requestUpdate()),
      );
      this.session = session;
    } catch (caught) {
      this.problem = caught;
    }
  };

  private get tab(): Tab {
    const wanted = place.value.query.get('tab') as Tab | null;
    return wanted && TABS.includes(wanted) ? wanted : 'form';
  }

  /** The part that is open is seen among the others, on a phone too. */
  protected override updated(): void {
    if (this.shownTab === this.tab || !this.session) return;
    this.shownTab = this.tab;
    this.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.open());
    const { session } = this;
    if (!session) return html`<div class="page">${skeleton(8)}</div>`;
    return html`<div class="des">
      ${this.head(session)}
      <div class="part part-${this.tab}">${this.tabPart(session)}</div>
    </div>`;
  }

  private head(session: Session): TemplateResult {
    const doc = session.doc.value;
    const { base } = session.draft;
    const faults = session.faults.value.length;
    return html`<header class="dh">
      <nav class="crumbs" aria-label=${t('shell.crumbs')}>
        <ol>
          <li><a href=${address('/admin/definitions')}>${t('nav.definitions')}</a>${icon('chevron-right', 'i-s')}</li>
          <li>${label(doc.title)}</li>
        </ol>
      </nav>
      <div class="row between">
        <div class="row">
          <h1>${label(doc.title)}</h1>
          <span class="badge warn">${base ? t('design.draft.of', { n: base }) : t('design.draft.new')}</span>
          <span class="m s" role="status">${this.saved(session)}</span>
        </div>
        <div class="row tight">
          <button
            class="btn quiet icon sm"
            type="button"
            aria-label=${t('design.undo')}
            title=${t('design.undo')}
            ?disabled=${!session.canUndo}
            @click=${() => session.undo()}
          >
            ${icon('undo-2')}
          </button>
          <a class="btn sm" href=${this.to('try')}>${icon('flask-conical')}${t('design.tab.try')}</a>
          <a class="btn sm primary" href=${this.to('publish')}>${t('design.publish.go')}</a>
        </div>
      </div>
      ${this.trouble(session)}
      <nav class="tabs" aria-label=${t('design.parts')}>
        ${TABS.map(
          (tab) =>
            html`<a href=${this.to(tab)} aria-current=${tab === this.tab ? 'page' : nothing}
              >${t(`design.tab.${tab}` as Key)}${this.count(tab, session)}</a
            >`,
        )}
      </nav>
      ${faults && this.tab !== 'publish' ? html`<p class="s bad" role="status">${icon('circle-alert', 'i-s')} ${t('design.faults', { n: faults })}</p>` : nothing}
    </header>`;
  }

  private count(tab: Tab, session: Session): unknown {
    const doc = session.doc.value;
    const n =
      tab === 'routing'
        ? doc.routing.length
        : tab === 'deadlines'
          ? doc.deadlines.length
          : tab === 'form'
            ? doc.fields.length
            : 0;
    return n ? html` <span class="n">${n}</span>` : nothing;
  }

  private to = (tab: Tab) => address(`/admin/definitions/${this.draftId}`, { tab });

  private saved(session: Session): string {
    const state = session.saving.value;
    return state === 'saved' ? t('design.saved', { at: moment(session.savedAt) }) : t(`design.saving.${state}` as Key);
  }

  private trouble(session: Session): unknown {
    if (session.saving.value === 'conflict')
      return note(
        'warn',
        'git-merge',
        html`${t('design.conflict')}
          <button class="btn sm" type="button" @click=${() => void session.resolve(false)}>
            ${t('design.conflict.theirs')}
          </button>
          <button class="btn sm" type="button" @click=${() => void session.resolve(true)}>
            ${t('design.conflict.mine')}
          </button>`,
      );
    return session.saving.value === 'failed' ? noteOf(session.trouble) : nothing;
  }

  private tabPart(session: Session): TemplateResult {
    const words = this.vocabulary;
    switch (this.tab) {
      case 'form':
        return html`<vaksam-form-designer .session=${session} .vocabulary=${words}></vaksam-form-designer>`;
      case 'process':
        return html`<vaksam-process-designer .session=${session} .vocabulary=${words}></vaksam-process-designer>`;
      case 'routing':
        return html`<vaksam-routing-designer .session=${session} .vocabulary=${words}></vaksam-routing-designer>`;
      case 'deadlines':
        return html`<vaksam-deadline-designer .session=${session} .vocabulary=${words}></vaksam-deadline-designer>`;
      case 'retention':
        return html`<vaksam-retention-designer .session=${session}></vaksam-retention-designer>`;
      case 'general':
        return html`<vaksam-general-designer .session=${session}></vaksam-general-designer>`;
      case 'try':
        return html`<vaksam-try .session=${session} .vocabulary=${words}></vaksam-try>`;
      case 'publish':
        return html`<vaksam-publish .session=${session}></vaksam-publish>`;
    }
  }

  private readonly undoing = (event: KeyboardEvent): void => {
    const typing = (event.target as Element).matches?.('input, textarea, select');
    if (typing || !(event.ctrlKey || event.metaKey) || event.key !== 'z') return;
    event.preventDefault();
    this.session?.undo();
  };
}

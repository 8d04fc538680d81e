import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Dashboard, Dashboards } from '../api/types/dashboard';
import '../dashboard/dashboard';
import { dashboards, loadDashboards } from '../dashboard/dashboards';
import { boardShown, isMissing } from '../dashboard/layout';
import { boardAddress, type Order } from '../dashboard/switch';
import { t } from '../i18n/i18n';
import { note, skeleton } from '../kit/feedback';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import './day';
import { go, place } from './router';

/** The first page: a dashboard, or what waits for me; the address says which when it is not the usual one. */
@customElement('vaksam-home')
export class Home extends View {
  @state() private order: Order | null = null;
  @state() private unknown = false;
  private named: string | null = null;
  private at = place.value;

  protected override stores = () => [dashboards, place];

  override connectedCallback(): void {
    super.connectedCallback();
    // Without them the built-in page is there all the same.
    loadDashboards().catch(() => (this.unknown = true));
  }

  protected override willUpdate(): void {
    if (place.value !== this.at) this.order = null;
    this.at = place.value;
    this.named = this.at.query.get('board');
    this.entitle(this.order?.content.name ?? this.shown?.name ?? t('nav.home'));
  }

  private get shown(): Dashboard | null {
    return dashboards.value ? boardShown(dashboards.value, this.named) : null;
  }

  protected override render(): unknown {
    const all = dashboards.value;
    if (!all && !this.unknown) return html`<div class="page home-page">${skeleton(8)}</div>`;
    if (this.order) return this.editor(this.order);
    const { shown } = this;
    const deeds = all ? this.deeds(all, shown) : nothing;
    const alone = all?.items.length === 0;
    return html`<div class="page home-page">
      ${alone ? nothing : deeds}
      ${all && isMissing(all, this.named) ? note('warn', 'circle-alert', t('board.missing')) : nothing}
      ${
        shown
          ? html`<vaksam-dashboard .dashboard=${shown}></vaksam-dashboard>`
          : html`<vaksam-day .beside=${alone ? deeds : nothing}></vaksam-day>`
      }
    </div>`;
  }

  private deeds(all: Dashboards, shown: Dashboard | null): unknown {
    return html`<vaksam-board-switch
      .all=${all}
      .shown=${shown}
      @edit=${(event: CustomEvent<Order>) => (this.order = event.detail)}
    ></vaksam-board-switch>`;
  }

  private editor({ content, before }: Order): unknown {
    return html`<div class="page home-page">
      <h1 class="sr">${before ? t('board.edit') : t('board.new')}</h1>
      <vaksam-board-editor
        .content=${content}
        .origin=${before}
        @saved=${(event: CustomEvent<Dashboard>) => this.saved(event.detail)}
        @close=${() => (this.order = null)}
      ></vaksam-board-editor>
    </div>`;
  }

  private saved({ id, name }: Dashboard): void {
    this.order = null;
    toast(t('board.saved', { name }));
    if (this.shown?.id !== id) go(boardAddress(id));
  }
}

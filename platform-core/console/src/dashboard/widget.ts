import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Widget } from '../api/types/dashboard';
import { chartAddress } from '../chart/asked';
import '../chart/chart';
import '../extension/contribution';
import { t } from '../i18n/i18n';
import '../insight/signals';
import { note } from '../kit/feedback';
import { View } from '../kit/view';
import { navigation } from '../shell/areas';
import '../work/home';
import { widgetName } from './naming';
import { brought, isReachable } from './reach';
import './widgetlist';

/** One part of a dashboard. What this person cannot see is hidden, unless they edit. Sends `reached` when that changes. */
@customElement('vaksam-widget')
export class WidgetView extends View {
  @property({ attribute: false }) widget!: Widget;
  @property({ type: Boolean }) editing = false;
  @state() private refused = false;
  private said: boolean | null = null;

  protected override stores = () => [navigation];

  /** Whether there is something to see; known for certain when what is in it was asked for. */
  get reachable(): boolean {
    return !this.refused && isReachable(this.widget);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('refused', this.onRefused);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('refused', this.onRefused);
  }

  private readonly onRefused = (event: Event): void => {
    event.stopPropagation();
    this.refused = true;
  };

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('widget') as Widget | undefined;
    const content = ({ chart, view, type, which }: Widget) => JSON.stringify([chart, view, type, which]);
    if (before && content(before) !== content(this.widget)) this.refused = false;
    this.className = `widget ${this.widget.width}`;
    this.hidden = !this.reachable && !this.editing;
  }

  protected override updated(): void {
    if (this.reachable === this.said) return;
    this.said = this.reachable;
    this.dispatchEvent(new CustomEvent('reached'));
  }

  protected override render(): unknown {
    if (this.reachable) return this.content();
    if (!this.editing) return nothing;
    return html`<h2>${widgetName(this.widget)}</h2>
      ${note('warn', 'eye-off', t('widget.unreachable'))}`;
  }

  private content(): unknown {
    const { widget } = this;
    const { title = '' } = widget;
    switch (widget.kind) {
      case 'chart':
        return html`<section>
          <h2><a class="whole" href=${chartAddress(widget.chart!)}>${widgetName(widget)}</a></h2>
          <vaksam-chart .chart=${widget.chart}></vaksam-chart>
        </section>`;
      case 'view':
      case 'records':
        return html`<vaksam-widget-list .widget=${widget}></vaksam-widget-list>`;
      case 'signals':
        return html`<vaksam-signals short .heading=${title}></vaksam-signals>`;
      case 'work':
        return html`<vaksam-home-work always what="actions" .heading=${title}></vaksam-home-work>`;
      case 'deadlines':
        return html`<vaksam-home-work always what="deadlines" .heading=${title}></vaksam-home-work>`;
      case 'module':
        return moduleSection(brought(widget)!, widgetName(widget));
      case 'text':
        return html`<section>
          ${title ? html`<h2>${title}</h2>` : nothing}
          <p class="said">${widget.text}</p>
        </section>`;
    }
  }
}

/** What a module brings to a first page. */
export const moduleSection = (contribution: NonNullable<ReturnType<typeof brought>>, title: string) =>
  html`<section>
    <h2>${title}</h2>
    <vaksam-contribution .contribution=${contribution}></vaksam-contribution>
  </section>`;

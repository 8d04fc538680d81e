import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Dashboard } from '../api/types/dashboard';
import { t } from '../i18n/i18n';
import { empty } from '../kit/feedback';
import { View } from '../kit/view';
import type { WidgetView } from './widget';
import './widget';

/** A dashboard as it is read. */
@customElement('vaksam-dashboard')
export class DashboardView extends View {
  @property({ attribute: false }) dashboard!: Dashboard;
  @state() private bare = false;

  protected override render(): unknown {
    const { name, own, owner, widgets } = this.dashboard;
    return html`<h1>${name}</h1>
      ${own ? nothing : html`<p class="m2 s">${t('board.by', { name: owner.name })}</p>`}
      <div class="widgets">
        ${repeat(
          widgets,
          ({ id }) => id,
          (widget) => html`<vaksam-widget .widget=${widget} @reached=${this.reached}></vaksam-widget>`,
        )}
      </div>
      ${this.bare || widgets.length === 0 ? empty('layout-dashboard', t('board.empty'), t('board.empty.why')) : nothing}`;
  }

  private readonly reached = (): void => {
    this.bare = [...this.querySelectorAll<WidgetView>('vaksam-widget')].every(({ reachable }) => !reachable);
  };
}

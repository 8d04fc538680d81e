import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { questionDialog } from '../admin/question';
import type { Dashboard, DashboardContent, Dashboards } from '../api/types/dashboard';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import '../kit/menu';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { address, go } from '../shell/router';
import { readableTypes } from './chartfields';
import { chooseHome, dropDashboard } from './dashboards';
import { DAY, template } from './layout';
import { isReachable } from './reach';

export const boardAddress = (id: string) => address('/', { board: id });

/** What somebody wants to change: a dashboard there is, or a new one that begins like this. */
export interface Order {
  content: DashboardContent;
  before: Dashboard | null;
}

const orderOf = (dashboard: Dashboard): Order => {
  const { name, audience, role, widgets } = dashboard;
  return { content: { name, audience, role: role ?? null, widgets }, before: dashboard };
};

const newOne = (): Order => ({
  content: { name: t('board.name.new'), audience: 'own', widgets: template(readableTypes()[0] ?? null) },
  before: null,
});

/** Without what this person cannot see: the platform takes no chart from somebody whom it does not answer. */
const copyOf = ({ name, widgets }: Dashboard): Order => ({
  content: { name: t('board.copy.name', { name }), audience: 'own', widgets: widgets.filter(isReachable) },
  before: null,
});

/** Which dashboard is shown, with the others and what can be done. Sends `edit` with an order. */
@customElement('vaksam-board-switch')
export class BoardSwitch extends Trying {
  @property({ attribute: false }) all!: Dashboards;
  @property({ attribute: false }) shown: Dashboard | null = null;
  @state() private removing: Dashboard | null = null;

  protected override render(): unknown {
    const { items } = this.all;
    const entries = [{ id: DAY, name: t('board.day') }, ...items];
    const now = this.shown?.id ?? DAY;
    const links = entries.map(
      ({ id, name }) =>
        html`<a href=${boardAddress(id)} aria-current=${id === now ? 'page' : nothing}
          >${name}${id === this.all.home ? html`${icon('house', 'i-s')}` : nothing}</a
        >`,
    );
    return html`<div class="boards ${items.length ? '' : 'alone'}">
        ${
          items.length
            ? html`<nav class="tabs" aria-label=${t('board.switch')}>${links}</nav>
                <vaksam-menu
                  class="narrow-switch"
                  look="btn quiet"
                  name="${t('board.switch')}: ${this.shown?.name ?? t('board.day')}"
                  .face=${html`<span class="cut-text">${this.shown?.name ?? t('board.day')}</span>${icon('chevron-down', 'i-s')}`}
                  .items=${links}
                ></vaksam-menu>`
            : nothing
        }
        <vaksam-menu
          class="push"
          side="end"
          look="btn sm icon quiet"
          name=${t('board.menu')}
          .face=${icon('ellipsis')}
          .items=${this.deeds()}
        ></vaksam-menu>
      </div>
      ${this.troubled()} ${this.removing ? this.asking(this.removing) : nothing}`;
  }

  private deeds(): unknown {
    const { shown } = this;
    const deed = (picture: string, name: string, act: () => void) =>
      html`<button type="button" @click=${act}>${icon(picture)}${name}</button>`;
    return html`${shown?.mayChange ? deed('pencil-line', t('board.edit'), () => void this.edit(orderOf(shown))) : nothing}
    ${shown ? this.homeDeed(shown, deed) : nothing} ${deed('plus', t('board.new'), () => void this.edit(newOne()))}
    ${shown ? deed('copy', t('board.duplicate'), () => void this.edit(copyOf(shown))) : nothing}
    ${
      shown?.mayChange
        ? html`<hr />
            ${deed('trash-2', t('board.remove'), () => (this.removing = shown))}`
        : nothing
    }`;
  }

  private homeDeed(
    { id, name }: Dashboard,
    deed: (picture: string, name: string, act: () => void) => unknown,
  ): unknown {
    if (id === this.all.home)
      return deed('house', t('board.home.not'), () => void this.chooseHome(null, t('board.home.undone')));
    return deed('house', t('board.home'), () => void this.chooseHome(id, t('board.home.done', { name })));
  }

  private async chooseHome(id: string | null, said: string): Promise<void> {
    if (await this.attempt(() => chooseHome(id))) toast(said);
  }

  private asking(dashboard: Dashboard): unknown {
    const { name, audience } = dashboard;
    const question = {
      heading: t('board.remove.ask', { name }),
      why: t(audience === 'own' ? 'board.remove.why.own' : 'board.remove.why'),
      verb: t('board.remove'),
      act: () => void this.drop(dashboard),
    };
    return questionDialog(question, () => (this.removing = null));
  }

  private async drop(dashboard: Dashboard): Promise<void> {
    if (!(await this.attempt(() => dropDashboard(dashboard)))) return;
    toast(t('board.removed', { name: dashboard.name }));
    go(address('/'), { replace: true });
  }

  private async edit(order: Order): Promise<void> {
    if (!(await this.attempt(() => import('./editor')))) return;
    this.dispatchEvent(new CustomEvent<Order>('edit', { detail: order }));
  }
}

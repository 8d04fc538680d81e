import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { ActionDoc, DeadlineDoc } from '../api/types/work';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { address } from '../shell/router';
import { clockShown } from './deadlines';
import { beside, dueShown, recordAddress, stateShown } from './shown';
import './sheet';

const SHORT = 6;

/** What I have to do, on the first page: `actions` in the middle or `deadlines` at the side; nothing when there is nothing. */
@customElement('vaksam-home-work')
export class HomeWork extends View {
  @property() what: 'actions' | 'deadlines' = 'actions';
  @state() private actions: ActionDoc[] = [];
  @state() private deadlines: DeadlineDoc[] = [];
  @state() private more = false;
  @state() private open: ActionDoc | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    if (this.what === 'actions') {
      const page = await get<Page<ActionDoc>>(`actions?mine=true&open=true&limit=${SHORT}`).catch(() => null);
      this.actions = page?.items ?? [];
      this.more = Boolean(page?.next);
    } else {
      const all = await get<{ items: DeadlineDoc[] }>('deadlines?mine=true').catch(() => null);
      this.deadlines = all?.items.slice(0, SHORT) ?? [];
      this.more = (all?.items.length ?? 0) > SHORT;
    }
  };

  protected override render(): unknown {
    const all = html`<a href=${address('/work')}>${t('work.home.all')}</a>`;
    if (this.what === 'deadlines')
      return this.deadlines.length
        ? html`<section class="home-clocks">
            <h2>${t('work.home.deadlines')}${all}</h2>
            ${this.deadlines.map((deadline) => this.clock(deadline))}
          </section>`
        : nothing;
    return this.actions.length
      ? html`<section class="todo home-actions">
            <h2>
              ${t('work.home.actions')}<span class="n num">${this.actions.length}${this.more ? '+' : ''}</span>${all}
            </h2>
            <ul>
              ${this.actions.map((action) => this.line(action))}
            </ul>
          </section>
          ${this.open ? this.sheet(this.open) : nothing}`
      : nothing;
  }

  private line(action: ActionDoc): unknown {
    return html`<li>
      ${icon('circle-check')}
      <div>
        <button class="link title" type="button" @click=${() => (this.open = action)}>${action.title}</button>
        <p>${beside(action)}</p>
      </div>
      ${stateShown(action.state)}<span class="when">${dueShown(action)}</span>
    </li>`;
  }

  private clock(deadline: DeadlineDoc): unknown {
    const to = recordAddress(deadline.record);
    const title = deadline.record.title ?? deadline.record.number;
    return clockShown(deadline, to ? html`<a href=${to}>${title}</a>` : title, label(deadline.label));
  }

  private sheet(action: ActionDoc): unknown {
    return html`<vaksam-action-sheet
      .action=${action}
      @changed=${() => void this.load()}
      @close=${() => (this.open = null)}
    ></vaksam-action-sheet>`;
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { ActionDoc, DeadlineDoc } from '../api/types/work';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { address } from '../shell/router';
import { clockShown } from './deadlines';
import { beside, dueShown, recordAddress, stateShown } from './shown';
import './sheet';

const SHORT = 6;

/** What I have to do, on the first page: `actions` in the middle or `deadlines` at the side; without `always` nothing when there is nothing. */
@customElement('vaksam-home-work')
export class HomeWork extends View {
  @property() what: 'actions' | 'deadlines' = 'actions';
  /** Instead of the usual heading. */
  @property() heading = '';
  /** Whether there is something to see even when there is nothing to do. */
  @property({ type: Boolean }) always = false;
  @state() private actions: ActionDoc[] = [];
  @state() private deadlines: DeadlineDoc[] = [];
  @state() private more = false;
  @state() private loaded = false;
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
    this.loaded = true;
  };

  protected override render(): unknown {
    const all = html`<a href=${address('/work')}>${t('work.home.all')}</a>`;
    const { actions, deadlines, heading } = this;
    const none = (key: Key) => (this.loaded ? html`<p class="m none">${t(key)}</p>` : skeleton(2));
    if (this.what === 'deadlines')
      return deadlines.length || this.always
        ? html`<section class="home-clocks">
            <h2>${heading || t('work.home.deadlines')}${all}</h2>
            ${deadlines.length ? deadlines.map((deadline) => this.clock(deadline)) : none('widget.none.deadlines')}
          </section>`
        : nothing;
    const count = html`<span class="n num">${actions.length}${this.more ? '+' : ''}</span>`;
    return actions.length || this.always
      ? html`<section class="todo home-actions">
            <h2>${heading || t('work.home.actions')}${this.loaded ? count : nothing}${all}</h2>
            ${
              actions.length
                ? html`<ul>
                    ${actions.map((action) => this.line(action))}
                  </ul>`
                : none('widget.none.work')
            }
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

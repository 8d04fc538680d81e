import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { ActionDoc } from '../api/types/work';
import { label, number, t } from '../i18n/i18n';
import { dayOf, today } from '../i18n/time';
import { empty, failedPage, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import type { Choosable } from '../record/combobox';
import { asChoice, findUnits, nameUnits, unitOf, units } from '../record/units';
import { navigation } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { place, query } from '../shell/router';
import { items, KINDS, type Item, type Kind, type Wanted } from './items';
import { beside, countdown, dueShown, groupOf, stateShown } from './shown';
import './board';
import './month';
import './sheet';

const VIEWS = ['list', 'board', 'month'] as const;
const SCOPES = ['mine', 'all', 'late'] as const;
const GROUPS = ['late', 'today', 'week', 'later', 'undated'] as const;
const PICTURES = { list: 'list', board: 'kanban', month: 'calendar-days' } as const;
const NAMES = { action: 'work.actions', deadline: 'work.deadlines', record: 'work.records' } as const;

/** Everything with an owner and a date: as a list, a board of actions, or a month. What is shown stands in the address. */
@customElement('vaksam-work')
export class WorkPage extends View {
  @state() private all: Item[] | null = null;
  @state() private more = false;
  @state() private problem: unknown = null;
  @state() private open: ActionDoc | null = null;
  private asked = '';
  private leaveLive: () => void = () => undefined;
  private timer = 0;

  protected override stores = () => [place, navigation, units];

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLive = recordChanged.watch(() => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.load(), 2000);
    });
    const action = place.value.query.get('action');
    if (action) void this.show(action);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.leaveLive();
  }

  private get view(): (typeof VIEWS)[number] {
    return VIEWS.find((one) => one === place.value.query.get('view')) ?? 'list';
  }

  private get wanted(): Wanted {
    const asked = place.value.query;
    const kinds = asked.getAll('kind').filter((one): one is Kind => KINDS.includes(one as Kind));
    return {
      scope: SCOPES.find((one) => one === asked.get('scope')) ?? 'mine',
      unit: asked.get('unit') ?? '',
      kinds: kinds.length ? kinds : [...KINDS],
    };
  }

  protected override willUpdate(): void {
    this.entitle(t('work.title'));
    const wanted = this.wanted;
    const key = JSON.stringify([wanted, Boolean(navigation.value)]);
    if (key === this.asked || !navigation.value) return;
    this.asked = key;
    if (wanted.unit) void nameUnits([wanted.unit]);
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    const asked = this.asked;
    try {
      const { items: found, more } = await items(this.wanted);
      if (asked !== this.asked) return;
      this.all = found;
      this.more = more;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  };

  private async show(id: string): Promise<void> {
    this.open = await get<ActionDoc>(`actions/${encodeURIComponent(id)}`).catch(() => null);
  }

  protected override render(): unknown {
    if (this.problem && !this.all) return failedPage(this.problem, () => void this.load());
    return html`<div class="page work-page">
      <header class="head">
        <h1>${t('work.title')}</h1>
        <div class="seg" role="group" aria-label=${t('work.view')}>
          ${VIEWS.map(
            (one) =>
              html`<button
                type="button"
                aria-pressed=${one === this.view}
                @click=${() => query({ view: one === 'list' ? null : one })}
              >
                ${icon(PICTURES[one], 'i-s')}${t(`work.${one}`)}
              </button>`,
          )}
        </div>
      </header>
      ${this.filters()} ${this.all ? this.shown(this.all) : skeleton(8)}
      ${this.more ? note('', 'info', t('work.more')) : nothing}
      ${
        this.open
          ? html`<vaksam-action-sheet
              .action=${this.open}
              @changed=${() => void this.load()}
              @close=${this.closed}
            ></vaksam-action-sheet>`
          : nothing
      }
    </div>`;
  }

  private readonly closed = (): void => {
    this.open = null;
    if (place.value.query.has('action')) query({ action: null }, { replace: true });
  };

  private filters(): unknown {
    const { scope, kinds, unit } = this.wanted;
    const known = unit ? unitOf(unit) : undefined;
    return html`<div class="work-filters">
      <div class="seg" role="group" aria-label=${t('work.scope')}>
        ${SCOPES.map(
          (one) =>
            html`<button
              type="button"
              aria-pressed=${one === scope}
              @click=${() => query({ scope: one === 'mine' ? null : one })}
            >
              ${t(`work.${one}`)}
            </button>`,
        )}
      </div>
      ${
        this.view === 'board'
          ? nothing
          : html`<div class="seg" role="group" aria-label=${t('work.kinds')}>
              ${KINDS.map(
                (one) =>
                  html`<button type="button" aria-pressed=${kinds.includes(one)} @click=${() => this.toggle(one)}>
                    ${t(NAMES[one])}
                  </button>`,
              )}
            </div>`
      }
      <div class="work-unit">
        <label class="sr" for="work-unit">${t('work.unit')}</label>
        <vaksam-combobox
          fieldId="work-unit"
          .value=${known ? asChoice(known) : unit ? { id: unit, name: unit } : null}
          .ask=${findUnits}
          @chosen=${(event: CustomEvent<Choosable | null>) => query({ unit: event.detail?.id ?? null })}
        ></vaksam-combobox>
      </div>
    </div>`;
  }

  private toggle(kind: Kind): void {
    const { kinds } = this.wanted;
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
    query({ kind: next.length === KINDS.length ? null : next });
  }

  private shown(all: Item[]): unknown {
    const open = (action: ActionDoc) => (this.open = action);
    if (this.view === 'board')
      return html`<vaksam-board
        .actions=${all.flatMap((item) => (item.kind === 'action' ? [item.action] : []))}
        .open=${open}
        @changed=${() => void this.load()}
      ></vaksam-board>`;
    if (this.view === 'month') return html`<vaksam-month .items=${all} .open=${open}></vaksam-month>`;
    if (all.length === 0) return empty('party-popper', t('work.none'), t('work.none.why'));
    return GROUPS.map((group) => {
      const part = all.filter((item) => groupOf(item.day, item.overdue) === group);
      if (part.length === 0) return nothing;
      return html`<section class="todo">
        <h2 class=${group === 'late' ? 'bad' : ''}>
          ${t(`work.group.${group}`)}<span class="n num">${number(part.length)}</span>
        </h2>
        <ul>
          ${part.map((item) => this.line(item))}
        </ul>
      </section>`;
    });
  }

  private line(item: Item): unknown {
    if (item.kind === 'action') {
      const { action } = item;
      return html`<li>
        ${icon('circle-check')}
        <div>
          <button class="link title" type="button" @click=${() => (this.open = action)}>${item.title}</button>
          <p>${beside(action)}</p>
        </div>
        ${stateShown(action.state)}<span class="when">${dueShown(action)}</span>
      </li>`;
    }
    const name = item.address
      ? html`<a class="title" href=${item.address}>${item.title}</a>`
      : html`<b class="title">${item.title}</b>`;
    if (item.kind === 'deadline') {
      const { look, words } = countdown(item.deadline);
      return html`<li>
        ${icon(item.overdue ? 'clock-alert' : 'clock')}
        <div>
          ${name}
          <p>${[item.deadline.record.number, item.deadline.record.title].filter(Boolean).join(' · ')}</p>
        </div>
        <span class="m2">${t('deadline.title')}</span><span class="when ${look}">${words}</span>
      </li>`;
    }
    return html`<li>
      ${icon('inbox')}
      <div>
        ${name}
        <p>${[item.record.number, item.record.unit ? label(item.record.unit.name) : ''].filter(Boolean).join(' · ')}</p>
      </div>
      <span class="m2">${t('work.records')}</span
      ><span class="when"
        >${dayOf(item.record.createdAt) === today() ? t('time.today') : dayOf(item.record.createdAt)}</span
      >
    </li>`;
  }
}

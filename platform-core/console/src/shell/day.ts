import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { Which } from '../api/types/dashboard';
import type { TypeDefinition } from '../api/types/definition';
import type { Cube, Facets } from '../api/types/insight';
import type { RecordDoc } from '../api/types/record';
import { label, number, t } from '../i18n/i18n';
import { addDays, greetingHour, mondayOf, today, weekOf } from '../i18n/time';
import { firstRecords, LISTS, recordList } from '../dashboard/recordlist';
import { moduleSection } from '../dashboard/widget';
import { contributions } from '../extension/contributions';
import { css } from '../kit/css';
import { empty, failedPage, skeleton } from '../kit/feedback';
import { View } from '../kit/view';
import { definitionsOf, kindName } from '../record/definitions';
import { allTypes, can, listAddress, navigation, openCounts, type Found } from './areas';
import { recordChanged } from './live';
import { may, me } from './session';
import '../insight/signals';
import '../work/home';

const SHORT = 6;
const WEEKS = 26;

interface Listed {
  found: Found;
  definition: TypeDefinition;
}

interface Shown {
  mine: Page<RecordDoc>;
  alone: Page<RecordDoc>;
  latest: Page<RecordDoc>;
  days: Map<string, number>;
  weeks: number[];
  kinds: { key: string; label: unknown; count: number }[];
  definition: TypeDefinition;
}

/** What modules bring to this page. */
const widgets = () => contributions('home/widget/v1').map((widget) => moduleSection(widget, label(widget.title)));

/** What waits for me, and how things are; for the first area one may read. */
@customElement('vaksam-day')
export class Day extends View {
  /** What stands beside the greeting. */
  @property({ attribute: false }) beside: unknown = nothing;
  @state() private shown: Shown | null = null;
  @state() private problem: unknown = null;
  private asked = '';
  private leaveLive: () => void = () => undefined;
  private timer = 0;

  protected override stores = () => [navigation, openCounts];

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLive = recordChanged.watch(() => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.load(), 2000);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.leaveLive();
  }

  private get found(): Found | undefined {
    return allTypes().find(({ record }) => can(record, 'read'));
  }

  protected override willUpdate(): void {
    const type = this.found?.record.type ?? '';
    if (type === this.asked) return;
    this.asked = type;
    this.shown = null;
    void this.load();
  }

  private async load(): Promise<void> {
    const found = this.found;
    if (!found) return;
    const type = encodeURIComponent(found.record.type);
    const list = (which: Which) => firstRecords(found, LISTS[which].filters, SHORT);
    const monday = mondayOf(weekOf(today()));
    const start = addDays(monday, -7 * (WEEKS - 1));
    try {
      const [mine, alone, latest, days, weeks, kinds, definition] = await Promise.all([
        list('mine'),
        list('unassigned'),
        list('latest'),
        get<Cube>(
          `insight/cube?type=${type}&dimensions=day&measures=count&occurredAt=${monday}..${addDays(monday, 6)}`,
        ),
        get<Cube>(`insight/cube?type=${type}&dimensions=week&measures=count&occurredAt=${start}..${today()}`),
        get<Facets>(`insight/facets?type=${type}&fields=kind&limit=6&occurredAt=${addDays(today(), -29)}..${today()}`),
        definitionsOf(found),
      ]);
      const counts = (cube: Cube, name: string) =>
        new Map(cube.cells.map((cell) => [String(cell[name]), cell.count ?? 0]));
      const byWeek = counts(weeks, 'week');
      this.shown = {
        mine,
        alone,
        latest,
        days: counts(days, 'day'),
        weeks: Array.from({ length: WEEKS }, (_, at) => byWeek.get(weekOf(addDays(start, at * 7))) ?? 0),
        kinds: kinds.facets['kind'] ?? [],
        definition,
      };
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    const found = this.found;
    if (!found) return this.nothing();
    if (this.problem && !this.shown) return failedPage(this.problem, () => void this.load());
    return html`<div class="hm">
      <div>${this.greeting()} ${this.shown ? this.left(found, this.shown) : skeleton(8)}</div>
      <aside aria-label=${t('home.series')}>
        <vaksam-signals short></vaksam-signals>
        <vaksam-home-work what="deadlines"></vaksam-home-work>
        ${this.shown ? this.right(found, this.shown) : skeleton(4)} ${widgets()}
      </aside>
    </div>`;
  }

  private greeting(): unknown {
    const hour = greetingHour();
    const name = me()?.name.split(' ')[0] ?? '';
    const key = hour < 10 ? 'home.morning' : hour < 18 ? 'home.day' : 'home.evening';
    const open = Object.values(openCounts.value).reduce((sum, count) => sum + count, 0);
    return html`<div class="hello">
        <h1>${t(key, { name })}</h1>
        ${this.beside}
      </div>
      <p class="m2 lede">
        ${this.shown ? (open ? t(this.shown.mine.total ? 'home.summary' : 'home.summary.none', { open, mine: this.shown.mine.total }) : t('home.calm')) : html`&nbsp;`}
      </p>`;
  }

  private nothing(): unknown {
    const manage = may('platform:modules:manage');
    const action = manage
      ? html`<a class="btn primary" href="/console/admin/modules">${t('home.empty.do')}</a>`
      : nothing;
    const report = allTypes().find(({ record }) => can(record, 'create'));
    return html`<div class="page lone">
      ${this.greetingOnly()}
      ${
        report
          ? html`<a class="btn primary touch" href="${listAddress(report)}/new"
              >${t('palette.new', { what: label(report.record.title).toLowerCase() })}</a
            >`
          : empty('blocks', t('home.empty'), manage ? t('home.empty.why') : t('home.empty.ask'), action)
      }
    </div>`;
  }

  private greetingOnly = () => html`<h1 class="sr">${t('nav.home')}</h1>`;

  private left(found: Found, { mine, alone, latest, days, definition }: Shown): unknown {
    const listed = { found, definition };
    return html`${this.week(found, days)}
      <vaksam-home-work what="actions"></vaksam-home-work>
      ${this.section('mine', mine, listed, empty('party-popper', t('home.mine.none'), t('home.mine.none.why')))}
      ${alone.total ? this.section('unassigned', alone, listed) : nothing}
      ${alone.total < SHORT ? this.section('latest', latest, listed) : nothing}`;
  }

  private week(found: Found, days: Map<string, number>): unknown {
    const monday = mondayOf(weekOf(today()));
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short', timeZone: 'UTC' });
    return html`<div class="week" role="group" aria-label=${t('home.week')}>
      ${Array.from({ length: 7 }, (_, at) => {
        const day = addDays(monday, at);
        const count = days.get(day) ?? 0;
        return html`<a
          href=${listAddress(found, { day })}
          class=${at > 4 ? 'we' : ''}
          aria-current=${day === today() ? 'date' : nothing}
        >
          <span class="d"
            ><span>${format.format(new Date(`${day}T12:00:00Z`))}</span
            ><span class="num">${Number(day.slice(8))}</span></span
          >
          ${count ? html`<b>${number(count)} <small>${day === today() ? t('home.reports') : ''}</small></b>` : html`<span class="m s">${day > today() ? '' : t('home.none')}</span>`}
        </a>`;
      })}
    </div>`;
  }

  private section(
    which: Which,
    page: Page<RecordDoc>,
    { found, definition }: Listed,
    none: unknown = nothing,
  ): unknown {
    const { title, filters } = LISTS[which];
    return recordList(t(title), page, found, definition, listAddress(found, filters), none);
  }

  private right(found: Found, { weeks, kinds, definition }: Shown): unknown {
    const top = Math.max(...kinds.map(({ count }) => count), 1);
    const since = addDays(today(), -29);
    return html`${
        weeks.some((count) => count > 0)
          ? html`<section class="home-series">
              <h2>${t('home.series')}<a href="/console/picture">${t('nav.picture')}</a></h2>
              ${this.line(weeks)}
            </section>`
          : nothing
      }
      <section>
        <h2>${t('home.kinds')}</h2>
        ${
          kinds.length
            ? html`<ul class="bars">
                ${kinds.map(
                  ({ key, count }) =>
                    html`<li>
                      <a href=${listAddress(found, { kind: key, occurredAt: `${since}..${today()}` })}
                        >${kindName(definition, key)}</a
                      ><span class="bar" aria-hidden="true"><i ${css({ width: `${(count / top) * 100}%` })}></i></span
                      ><span class="n">${number(count)}</span>
                    </li>`,
                )}
              </ul>`
            : html`<p class="m none">${t('home.kinds.none')}</p>`
        }
      </section>`;
  }

  private line(weeks: number[]): unknown {
    const top = Math.max(...weeks, 1);
    const points = weeks.map((count, at) => `${(at / (WEEKS - 1)) * 320} ${104 - (count / top) * 96}`);
    const last = points[points.length - 1]?.split(' ') ?? ['0', '0'];
    return html`<svg
      viewBox="0 0 330 112"
      role="img"
      aria-label="${t('home.series')}: ${weeks.map((count) => number(count)).join(', ')}"
    >
      ${svg`<path class="band" d=${`M${points.join('L')}L320 108L0 108Z`}></path><path class="l-now" d=${`M${points.join('L')}`}></path><circle class="dot-now" cx=${last[0]} cy=${last[1]} r="3.5"></circle>`}
    </svg>`;
  }
}

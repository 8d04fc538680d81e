import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Cube } from '../api/types/insight';
import { number, t } from '../i18n/i18n';
import { addDays, mondayOf, today, weekOf } from '../i18n/time';
import { View } from '../kit/view';
import { listAddress, type Found } from '../shell/areas';

const WEEKS = 13;

/** Thirteen weeks at a glance, against the same weeks of the year before. Nothing when there is nothing. */
@customElement('vaksam-weeks')
export class Weeks extends View {
  @property({ attribute: false }) found!: Found;
  @state() private now: number[] | null = null;
  @state() private lastYear: number[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    const previous = changed.get('found') as Found | undefined;
    if (changed.has('found') && previous?.record.type !== this.found.record.type) void this.load();
  }

  private async load(): Promise<void> {
    this.now = null;
    try {
      const monday = mondayOf(weekOf(today()));
      const start = addDays(monday, -7 * (WEEKS - 1));
      [this.now, this.lastYear] = await Promise.all([this.count(start), this.count(addDays(start, -364))]);
    } catch {
      this.now = null;
    }
  }

  private async count(start: string): Promise<number[]> {
    const type = encodeURIComponent(this.found.record.type);
    const range = `${start}..${addDays(start, 7 * WEEKS - 1)}`;
    const { cells } = await get<Cube>(`insight/cube?type=${type}&dimensions=week&measures=count&occurredAt=${range}`);
    const counts = new Map(cells.map((cell) => [String(cell['week']), cell.count ?? 0]));
    return Array.from({ length: WEEKS }, (_, at) => counts.get(weekOf(addDays(start, at * 7))) ?? 0);
  }

  protected override render(): unknown {
    const now = this.now;
    if (!now || now.every((count) => count === 0)) return nothing;
    const top = Math.max(...now, ...this.lastYear, 1);
    const height = (count: number) => (count / top) * 38;
    const line = this.lastYear.map((count, at) => `${at ? 'L' : 'M'}${at * 13 + 4.5} ${40 - height(count)}`).join('');
    const last = now[WEEKS - 1] ?? 0;
    const sameWeek = this.lastYear[WEEKS - 1] ?? 0;
    const monday = mondayOf(weekOf(today()));
    return html`<div class="hist">
      <svg width="168" height="42" role="img" aria-label=${t('list.weeks', { n: last, before: sameWeek })}>
        ${now.map((count, at) => svg`<rect class=${at === WEEKS - 1 ? 'now' : 'past'} x=${at * 13} y=${40 - height(count)} width="9" height=${height(count)} rx="1"></rect>`)}
        ${svg`<path class="l-before" d=${line}></path>`}
      </svg>
      <p class="s m2">
        <a class="plain" href=${listAddress(this.found, { occurredAt: `${monday}..${today()}` })}
          ><b class="b num">${number(last)}</b> ${t('list.thisweek')}</a
        ><br />
        <span class="m num">${t('list.lastyear', { n: sameWeek })}</span>
      </p>
    </div>`;
  }
}

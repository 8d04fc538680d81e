import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Chart } from '../api/types/chart';
import type { Dashboard, Dashboards } from '../api/types/dashboard';
import { keepings } from '../chart/keeping';
import { t } from '../i18n/i18n';
import '../kit/dialog';
import { note, skeleton } from '../kit/feedback';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { go } from '../shell/router';
import { me } from '../shell/session';
import { keepDashboard, loadDashboards } from './dashboards';
import { added, MOST_NAME, MOST_TITLE, MOST_WIDGETS } from './layout';
import { boardAddress } from './switch';

/** Asks which dashboard a chart is put on, and puts it there. Sends `close`. */
@customElement('vaksam-keep-board-dialog')
export class KeepBoardDialog extends Trying {
  @property({ attribute: false }) chart!: Chart;
  @state() private all: Dashboards | null = null;
  /** The one that was chosen; empty for a new one. */
  @state() private chosen = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      this.all = await loadDashboards();
      this.chosen = this.possible.find(({ id }) => id === this.all?.home)?.id ?? this.possible[0]?.id ?? '';
    });
  }

  private get possible(): Dashboard[] {
    return this.all?.items.filter(({ mayChange }) => mayChange) ?? [];
  }

  private get target(): Dashboard | undefined {
    return this.possible.find(({ id }) => id === this.chosen);
  }

  private get full(): boolean {
    return (this.target?.widgets.length ?? 0) >= MOST_WIDGETS;
  }

  protected override render(): unknown {
    return html`<vaksam-dialog
      heading=${t('keep.board.title')}
      .body=${html`${this.troubled()}${this.all ? this.form() : this.trouble ? nothing : skeleton(3)}`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button>${
          this.all
            ? html`<button class="btn primary" type="submit" form="keep-board-form" ?disabled=${this.busy || this.full}>
                ${t('board.add')}
              </button>`
            : nothing
        }`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private form(): unknown {
    return html`<form id="keep-board-form" class="stack" @submit=${this.send}>
      <label class="field"
        ><span class="label">${t('keep.board.which')}</span
        ><select class="in" @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
          ${this.possible.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.chosen}>${name}</option>`)}
          <option value="" ?selected=${!this.chosen}>${t('keep.board.new')}</option>
        </select></label
      >
      ${
        this.chosen
          ? nothing
          : html`<label class="field"
              ><span class="label">${t('board.name')}</span
              ><input
                class="in"
                name="name"
                required
                pattern=".*\\S.*"
                maxlength=${MOST_NAME}
                autocomplete="off"
                value=${t('board.name.new')}
            /></label>`
      }
      <label class="field"
        ><span class="label">${t('keep.record.title')}</span
        ><input
          class="in"
          name="title"
          required
          pattern=".*\\S.*"
          maxlength=${MOST_TITLE}
          autocomplete="off"
          .value=${this.chart.title}
      /></label>
      ${this.full ? note('warn', 'circle-alert', t('board.full', { n: MOST_WIDGETS })) : nothing}
      ${this.target && this.target.audience !== 'own' ? note('', 'eye', t('board.audience.why')) : nothing}
    </form>`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const chart = { ...this.chart, title: String(form.get('title')).trim() };
    const { target } = this;
    const before = target ?? { name: String(form.get('name')), audience: 'own' as const, widgets: [] };
    const content = { ...before, widgets: added(before.widgets, { kind: 'chart', chart }) };
    let kept: Dashboard | null = null;
    await this.attempt(async () => (kept = await keepDashboard(content, target ?? null)));
    if (!kept) return;
    const { id, name } = kept as Dashboard;
    toast(t('keep.board.done', { name }), { label: t('action.open'), run: () => go(boardAddress(id)) });
    this.leave();
  };
}

keepings.push({
  id: 'board',
  label: () => t('keep.board'),
  icon: 'layout-dashboard',
  may: () => me() !== null,
  keep: (chart) =>
    new Promise((done) => {
      const dialog = new KeepBoardDialog();
      dialog.chart = chart;
      dialog.addEventListener('close', () => {
        dialog.remove();
        done();
      });
      document.body.append(dialog);
    }),
});

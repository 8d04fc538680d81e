import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { questionDialog } from '../admin/question';
import { Problem } from '../api/problem';
import { WIDGET_KINDS, WIDTHS, type Dashboard, type DashboardContent, type Widget } from '../api/types/dashboard';
import { t } from '../i18n/i18n';
import { empty, faults } from '../kit/feedback';
import { icon } from '../kit/icon';
import '../kit/menu';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { keepHere } from '../shell/router';
import { dashboards, keepDashboard, loadDashboards } from './dashboards';
import './editorbar';
import { added, isSame, MOST_TITLE, MOST_WIDGETS, moved, replaced, restored, without } from './layout';
import { KIND_ICONS, usualName, widgetName } from './naming';
import './widget';
import './widgetdialog';

/** Kinds that there is nothing to choose about. */
const PLAIN = ['signals', 'work', 'deadlines'];

/** A dashboard while somebody changes it. Sends `saved` with what the platform keeps, or `close`. */
@customElement('vaksam-board-editor')
export class BoardEditor extends Trying {
  /** What it begins with. */
  @property({ attribute: false }) content!: DashboardContent;
  /** What is changed; null for a new one. */
  @property({ attribute: false }) origin: Dashboard | null = null;
  @state() private draft!: DashboardContent;
  @state() private choosing: Widget | null = null;
  @state() private leaving: (() => void) | null = null;
  @state() private said = '';
  private free: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.draft ??= { ...this.content };
    this.free = keepHere((leave) => {
      if (this.dirty) this.leaving = leave;
      return this.dirty;
    });
    addEventListener('beforeunload', this.unload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.free();
    removeEventListener('beforeunload', this.unload);
  }

  private get dirty(): boolean {
    return !isSame(this.content, this.draft);
  }

  private readonly unload = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };

  private set widgets(widgets: Widget[]) {
    this.draft = { ...this.draft, widgets };
  }

  private get widgets(): Widget[] {
    return this.draft.widgets;
  }

  protected override render(): unknown {
    const { widgets } = this;
    const stale = Problem.of(this.trouble).status === 412;
    return html`<vaksam-board-bar
        .draft=${this.draft}
        .busy=${this.busy}
        .add=${this.adding()}
        @changed=${(event: CustomEvent<DashboardContent>) => (this.draft = event.detail)}
        @save=${() => void this.save(this.origin)}
        @cancel=${this.cancel}
      ></vaksam-board-bar>
      ${this.troubled()} ${faults(this.wrong)}
      ${
        stale
          ? html`<p class="stale">
              <button class="btn" type="button" ?disabled=${this.busy} @click=${() => void this.saveOver()}>
                ${t('board.over')}
              </button>
            </p>`
          : nothing
      }
      <p class="sr" role="status">${this.said}</p>
      <div class="widgets arranged">
        ${repeat(
          widgets,
          ({ id }) => id,
          (widget, at) => this.framed(widget, at),
        )}
      </div>
      ${widgets.length ? nothing : empty('layout-dashboard', t('board.none'), t('board.none.why'), this.adding())}
      ${
        this.choosing
          ? html`<vaksam-widget-dialog
              .widget=${this.choosing}
              @done=${(event: CustomEvent<Widget>) => this.chosen(event.detail)}
              @close=${() => (this.choosing = null)}
            ></vaksam-widget-dialog>`
          : nothing
      }
      ${this.leaving ? this.asking(this.leaving) : nothing}`;
  }

  /** What is wrong in which widget, by its name. */
  private get wrong(): { field: string; detail: string }[] {
    return Problem.of(this.trouble).errors.map(({ field, detail }) => {
      const widget = this.widgets[Number(/^widgets\[(\d+)\]/.exec(field)?.[1] ?? -1)];
      return { field: widget ? widgetName(widget) : field, detail };
    });
  }

  private asking(leave: () => void): unknown {
    const question = {
      heading: t('board.leave.ask'),
      why: t('board.leave.why'),
      verb: t('board.leave'),
      act: () => {
        this.free();
        leave();
      },
    };
    return questionDialog(question, () => (this.leaving = null));
  }

  private adding(): unknown {
    if (this.widgets.length >= MOST_WIDGETS) return html`<p class="hint">${t('board.full', { n: MOST_WIDGETS })}</p>`;
    return html`<vaksam-menu
      look="btn"
      .face=${html`${icon('plus')}${t('board.add')}${icon('chevron-down', 'i-s')}`}
      .items=${WIDGET_KINDS.map(
        (kind) =>
          html`<button
            type="button"
            @click=${() => {
              const widget: Widget = { id: '', kind, width: 'half' };
              if (PLAIN.includes(kind)) this.put(added(this.widgets, { kind }));
              else this.choosing = widget;
            }}
          >
            ${icon(KIND_ICONS[kind])}${t(`widget.kind.${kind}`)}
          </button>`,
      )}
    ></vaksam-menu>`;
  }

  private framed(widget: Widget, at: number): unknown {
    const name = widgetName(widget);
    const step = (by: number, picture: string, said: string, impossible: boolean) =>
      html`<button
        class="btn sm icon quiet"
        type="button"
        aria-label=${said}
        title=${said}
        data-step=${by}
        aria-disabled=${impossible ? 'true' : nothing}
        @click=${() => void this.move(widget, by)}
      >
        ${icon(picture)}
      </button>`;
    return html`<div class="framed ${widget.width}" data-widget=${widget.id} role="group" aria-label=${name}>
      <div class="frame-head">
        ${icon(KIND_ICONS[widget.kind], 'i-s')}
        <input
          class="in"
          maxlength=${MOST_TITLE}
          autocomplete="off"
          aria-label=${t('widget.title.of', { name: usualName(widget) })}
          placeholder=${usualName(widget)}
          .value=${widget.title ?? ''}
          @change=${(event: Event) => this.retitle(widget, (event.target as HTMLInputElement).value.trim())}
        />
        <select
          class="in"
          aria-label=${t('widget.width.of', { name })}
          @change=${(event: Event) => this.widen(widget, (event.target as HTMLSelectElement).value)}
        >
          ${WIDTHS.map(
            (width) =>
              html`<option value=${width} ?selected=${width === widget.width}>${t(`widget.width.${width}`)}</option>`,
          )}
        </select>
        <span class="row">
          ${step(-1, 'arrow-up', t('widget.earlier', { name }), at === 0)}
          ${step(1, 'arrow-down', t('widget.later', { name }), at === this.widgets.length - 1)}
          ${
            PLAIN.includes(widget.kind)
              ? nothing
              : this.button('pencil-line', t('widget.change', { name }), () => (this.choosing = widget))
          }
          ${this.button('trash-2', t('widget.remove', { name }), () => this.take(widget, at))}
        </span>
      </div>
      <vaksam-widget editing .widget=${widget}></vaksam-widget>
    </div>`;
  }

  private button(picture: string, said: string, act: () => void): unknown {
    return html`<button class="btn sm icon quiet" type="button" aria-label=${said} title=${said} @click=${act}>
      ${icon(picture)}
    </button>`;
  }

  private put(widgets: Widget[]): void {
    this.widgets = widgets;
    const last = widgets[widgets.length - 1]?.id ?? '';
    void this.updateComplete.then(() => this.frame(last)?.scrollIntoView({ block: 'nearest' }));
  }

  private frame(id: string): HTMLElement | null {
    return this.querySelector(`[data-widget="${id}"]`);
  }

  private chosen(widget: Widget): void {
    this.choosing = null;
    if (widget.id) this.widgets = replaced(this.widgets, widget);
    else {
      const { id: _id, width: _width, ...content } = widget;
      this.put(added(this.widgets, content));
    }
  }

  private retitle(widget: Widget, title: string): void {
    const { title: _before, ...rest } = widget;
    this.widgets = replaced(this.widgets, title ? { ...rest, title } : rest);
  }

  private widen(widget: Widget, width: string): void {
    const chosen = WIDTHS.find((one) => one === width);
    if (chosen) this.widgets = replaced(this.widgets, { ...widget, width: chosen });
  }

  /** The button keeps the focus: it may be pressed again. */
  private async move(widget: Widget, by: number): Promise<void> {
    this.widgets = moved(this.widgets, widget.id, by);
    const at = this.widgets.findIndex(({ id }) => id === widget.id) + 1;
    this.said = t('widget.moved', { name: widgetName(widget), at, n: this.widgets.length });
    await this.updateComplete;
    const frame = this.frame(widget.id);
    frame?.querySelector<HTMLElement>(`[data-step="${by}"]`)?.focus();
    frame?.scrollIntoView({ block: 'nearest' });
  }

  private take(widget: Widget, at: number): void {
    this.widgets = without(this.widgets, widget.id);
    const run = () => (this.widgets = restored(this.widgets, widget, at));
    toast(t('widget.removed', { name: widgetName(widget) }), { label: t('action.undo'), run });
  }

  private readonly cancel = (): void => {
    const close = () => void this.dispatchEvent(new CustomEvent('close'));
    if (this.dirty) this.leaving = close;
    else close();
  };

  private async save(before: Dashboard | null): Promise<void> {
    let kept: Dashboard | null = null;
    await this.attempt(async () => (kept = await keepDashboard(this.draft, before)));
    if (!kept) return;
    this.free();
    this.dispatchEvent(new CustomEvent<Dashboard>('saved', { detail: kept }));
  }

  /** Somebody else was first: mine becomes the next version, or a new dashboard when theirs is gone. */
  private async saveOver(): Promise<void> {
    const there = await this.attempt(loadDashboards);
    if (there) await this.save(dashboards.value?.items.find(({ id }) => id === this.origin?.id) ?? null);
  }
}

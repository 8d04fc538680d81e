import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WHICH, type Widget, type Which } from '../api/types/dashboard';
import type { TypeDefinition } from '../api/types/definition';
import type { StoredView } from '../api/types/search';
import { asked } from '../chart/asked';
import { contributions } from '../extension/contributions';
import { label, t } from '../i18n/i18n';
import '../kit/dialog';
import { skeleton } from '../kit/feedback';
import { Trying } from '../kit/trying';
import { definitionsOf } from '../record/definitions';
import { savedViews } from '../record/savedviews';
import { typeNamed } from '../shell/areas';
import { areaField, chartFields, readableTypes, type Chosen } from './chartfields';
import { MOST_TEXT } from './layout';
import { chartOf, simpleQuestion } from './naming';

/** What a widget shows, as far as it is the choice of whoever edits. Sends `done` with the widget, and `close`. */
@customElement('vaksam-widget-dialog')
export class WidgetDialog extends Trying {
  @property({ attribute: false }) widget!: Widget;
  @state() private draft!: Widget;
  @state() private chosen: Chosen | null = null;
  @state() private definition: TypeDefinition | null = null;
  @state() private views: StoredView[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { widget } = this;
    this.draft = { ...widget };
    if (widget.kind === 'chart') this.startChart();
    if (widget.kind === 'view') void this.attempt(this.loadViews);
    if (widget.kind === 'records' && !widget.type)
      this.draft = { ...widget, type: readableTypes()[0]?.record.type ?? '', which: 'mine' };
  }

  private startChart(): void {
    const { chart } = this.widget;
    const question = chart ? asked(chart.query) : null;
    const found = typeNamed(question?.types[0] ?? '') ?? readableTypes()[0];
    if (!found) return;
    this.choose({
      found,
      shape: chart?.shape ?? 'line',
      question: question ?? simpleQuestion(found, ['month'], 'last-12-months'),
    });
  }

  private choose(next: Chosen): void {
    const other = next.found.record.type !== this.chosen?.found.record.type;
    this.chosen = next;
    if (!other) return;
    this.definition = null;
    void this.attempt(async () => {
      const definition = await definitionsOf(next.found);
      if (this.chosen?.found === next.found) this.definition = definition;
    });
  }

  private readonly loadViews = async (): Promise<void> => {
    const lists = await Promise.all(readableTypes().map(({ record }) => savedViews(record.type)));
    this.views = lists.flat();
    const [first] = this.views;
    if (first && !this.draft.view) this.draft = { ...this.draft, view: first.id };
  };

  /** What was chosen; null while it is not enough. */
  private get result(): Widget | null {
    const { draft, chosen } = this;
    if (draft.kind === 'chart') {
      if (!chosen) return null;
      return { ...draft, chart: chartOf(chosen.found, chosen.shape, chosen.question, this.definition) };
    }
    const enough = { view: draft.view, records: draft.type, module: draft.contribution, text: draft.text?.trim() };
    return draft.kind in enough && !enough[draft.kind as keyof typeof enough] ? null : draft;
  }

  protected override render(): unknown {
    return html`<vaksam-dialog
      heading=${t(`widget.kind.${this.widget.kind}`)}
      .body=${html`${this.troubled()}
        <form id="widget-form" class="stack" @submit=${this.send}>${this.fields()}</form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="widget-form" ?disabled=${!this.result}>
          ${t('widget.done')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private fields(): unknown {
    const { draft } = this;
    switch (draft.kind) {
      case 'chart':
        return this.chosen ? chartFields(this.chosen, this.definition, (next) => this.choose(next)) : nothing;
      case 'view':
        return this.viewFields();
      case 'records':
        return html`${areaField(draft.type ?? '', ({ record }) => (this.draft = { ...draft, type: record.type }))}
        ${this.select(
          t('widget.which'),
          WHICH.map((id) => ({ id, name: t(`widget.which.${id}`) })),
          draft.which ?? 'mine',
          (which) => ({ which: which as Which }),
        )}`;
      case 'module':
        return this.moduleFields();
      case 'text':
        return html`<label class="field"
          ><span class="label">${t('widget.text')}</span
          ><textarea
            class="in"
            rows="6"
            maxlength=${MOST_TEXT}
            .value=${draft.text ?? ''}
            @input=${(event: Event) => (this.draft = { ...draft, text: (event.target as HTMLTextAreaElement).value })}
          ></textarea>
        </label>`;
      case 'signals':
      case 'work':
      case 'deadlines':
        return nothing;
    }
  }

  private viewFields(): unknown {
    const { views, draft } = this;
    if (!views) return this.trouble ? nothing : skeleton(2);
    if (views.length === 0) return html`<p>${t('widget.view.none')}</p>`;
    const several = new Set(views.map(({ type }) => type)).size > 1;
    const named = ({ id, name, type }: StoredView) => ({
      id,
      name: several ? `${label(typeNamed(type)?.record.titles)}: ${name}` : name,
    });
    return html`${this.select(t('widget.view'), views.map(named), draft.view ?? '', (view) => ({ view }))}
      <p class="hint">${t('widget.view.why')}</p>`;
  }

  private moduleFields(): unknown {
    const parts = contributions('home/widget/v1');
    if (parts.length === 0) return html`<p>${t('widget.module.none')}</p>`;
    const key = (module = '', contribution = '') => `${module}/${contribution}`;
    const options = parts.map(({ area, id, title }) => ({
      id: key(area.module, id),
      name: `${label(area.title)}: ${label(title)}`,
    }));
    const { module, contribution } = this.draft;
    return this.select(t('widget.module'), options, key(module, contribution), (value) => {
      const part = parts.find(({ area, id }) => key(area.module, id) === value);
      return part ? { module: part.area.module, contribution: part.id } : {};
    });
  }

  private select(
    name: string,
    options: { id: string; name: string }[],
    value: string,
    change: (value: string) => Partial<Widget>,
  ): unknown {
    const take = (event: Event) =>
      (this.draft = { ...this.draft, ...change((event.target as HTMLSelectElement).value) });
    return html`<label class="field"
      ><span class="label">${name}</span
      ><select class="in" @change=${take}>
        ${options.some(({ id }) => id === value) ? nothing : html`<option value="" selected></option>`}
        ${options.map(({ id, name: text }) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
      </select></label
    >`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly send = (event: Event): void => {
    event.preventDefault();
    const { result } = this;
    if (result) this.dispatchEvent(new CustomEvent('done', { detail: result }));
  };
}

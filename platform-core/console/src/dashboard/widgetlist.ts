import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import { Problem } from '../api/problem';
import type { Page } from '../api/types/common';
import type { Widget } from '../api/types/dashboard';
import type { TypeDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import type { StoredView } from '../api/types/search';
import { t } from '../i18n/i18n';
import { failed, skeleton } from '../kit/feedback';
import { refused } from '../kit/part';
import { View } from '../kit/view';
import { definitionsOf } from '../record/definitions';
import { filtersOf } from '../record/filters';
import { addressOf } from '../record/savedviews';
import { listAddress, type Found } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { listName } from './naming';
import { readable } from './reach';
import { firstRecords, LISTS, recordList } from './recordlist';

const ROWS = 8;
/** Changes come in bunches: the list follows them this much later, in milliseconds. */
const PATIENCE = 2_000;

/** Which records, what they are called and where all of them are. */
interface Source {
  found: Found;
  filters: URLSearchParams;
  title: string;
  all: string;
}

/** The first records of a saved view, or of those that somebody usually asks for. Sends `refused`. */
@customElement('vaksam-widget-list')
export class WidgetList extends View {
  @property({ attribute: false }) widget!: Widget;
  @state() private shown: { source: Source; page: Page<RecordDoc>; definition: TypeDefinition } | null = null;
  @state() private problem: unknown = null;
  private asked = '';
  private timer = 0;
  private leaveLive: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaveLive = recordChanged.watch((event) => {
      const type = this.shown?.source.found.record.type;
      if (!event || (type && event.type !== type)) return;
      this.timer ||= window.setTimeout(() => {
        this.timer = 0;
        void this.load();
      }, PATIENCE);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = 0;
    this.leaveLive();
  }

  private get wanted(): string {
    const { kind, view, type, which } = this.widget;
    return `${kind} ${view} ${type} ${which}`;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.wanted === this.asked) return;
    this.asked = this.wanted;
    this.shown = null;
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    const { asked } = this;
    try {
      const source = await this.source();
      const [page, definition] = await Promise.all([
        firstRecords(source.found, source.filters, ROWS),
        definitionsOf(source.found),
      ]);
      if (asked !== this.asked) return;
      this.shown = { source, page, definition };
      this.problem = null;
    } catch (caught) {
      if (asked !== this.asked) return;
      this.problem = caught;
      refused(this, caught);
    }
  };

  private async source(): Promise<Source> {
    const { widget } = this;
    if (widget.kind === 'view') return viewed(await get<StoredView>(`views/${encodeURIComponent(widget.view ?? '')}`));
    const found = present(widget.type ?? '');
    const filters = new URLSearchParams(LISTS[widget.which ?? 'mine'].filters);
    return { found, filters, title: listName(widget), all: listAddress(found, filters) };
  }

  protected override render(): unknown {
    const { shown } = this;
    if (!shown) return this.problem ? failed(this.problem, () => void this.load()) : skeleton(ROWS);
    const { found, title, all } = shown.source;
    const none = html`<p class="m none">${t('widget.none.records')}</p>`;
    return html`${recordList(this.widget.title || title, shown.page, found, shown.definition, all, none)}
    ${this.problem ? failed(this.problem, () => void this.load()) : nothing}`;
  }
}

/** The type, if this person may read it; otherwise it is as if it were not there. */
function present(type: string): Found {
  const found = readable(type);
  if (!found) throw new Problem('module-missing', 404, '', '', '', [], '', {});
  return found;
}

function viewed(view: StoredView): Source {
  const found = present(view.type);
  const filters = filtersOf(new URLSearchParams(view.query));
  if (view.sort) filters.set('sort', view.sort);
  return { found, filters, title: view.name, all: listAddress(found, new URLSearchParams(addressOf(view))) };
}

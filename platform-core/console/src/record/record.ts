import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get } from '../api/client';
import { Problem } from '../api/problem';
import type { Person } from '../api/types/common';
import type { KindDefinition, TypeDefinition } from '../api/types/definition';
import type { HistoryEntry, RecordDoc, Transition } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { failedPage, note, skeleton, words } from '../kit/feedback';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { can, loadCounts, navigation, type Found } from '../shell/areas';
import { recordChanged } from '../shell/live';
import { go, place } from '../shell/router';
import { definitionsOf, kindOf } from './definitions';
import { aside } from './aside';
import { groups, lead } from './content';
import type { Choice } from './conflict';
import { crumbs, neighbour } from './crumbs';
import type { Save } from './editing';
import { headline } from './headline';
import { body, type FormField } from './fields';
import { timeline, unitsIn } from './history';
import type { MoveRequest } from './move';
import { assignable, findPeople } from './people';
import type { Ask } from './combobox';
import { meet } from './references';
import { saveValue } from './saving';
import { titleOf } from './withheld';
import { missingFields, process } from './process';
import { meetUnits, nameUnits, units } from './units';
import '../connect/connections';
import '../connect/merged';
import '../document/documents';
import '../picture/recordcharts';
import './conflict';
import './fact';
import './hold';
import './reportermessages';
import { outline, type Counts } from './outline';
import { chosenTab, shownTab, tabs } from './tabs';
import './move';
import '../kit/menu';
import '../talk/comments';

/** One record: what happened, where it stands in its process, what is decided about it, and everything that was done to it. */
@customElement('vaksam-record')
export class RecordPage extends View {
  @property({ attribute: false }) found!: Found;
  @property({ attribute: false }) recordId = '';
  @state() private record: RecordDoc | null = null;
  @state() private definition: TypeDefinition | null = null;
  @state() private history: HistoryEntry[] = [];
  @state() private earlier: string | number | null = null;
  @state() private problem: unknown = null;
  @state() private trouble: unknown = null;
  @state() private moving: Transition | null = null;
  @state() private busy = false;
  @state() private conflict: {
    field: FormField;
    mine: unknown;
    now: RecordDoc;
    choose: (choice: Choice) => void;
  } | null = null;
  @state() private people: Person[] = [];
  /** How much there is in each part of the page. */
  @state() private counts: Counts = {};
  private etag = '';
  private leaveLive: () => void = () => undefined;

  protected override stores = () => [place, navigation, units];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
    this.leaveLive = recordChanged.watch((event) => {
      if (event && event.id === this.record?.id && !this.busy) void this.load(true);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.pressed);
    this.leaveLive();
  }

  private get address(): string {
    const { area, record } = this.found;
    return `${area.module}/${record.path}/${encodeURIComponent(this.record?.id ?? this.recordId)}`;
  }

  private readonly findPeople: Ask = (words) => findPeople(this.found.record.type)(words);

  private get kind(): KindDefinition | undefined {
    return kindOf(this.definition, this.record?.kind ?? '');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('recordId')) void this.load();
    this.entitle(this.record ? `${this.record.number} ${titleOf(this.record)}` : this.recordId);
  }

  private async load(quiet = false): Promise<void> {
    try {
      const [{ body: record, etag }, definition] = await Promise.all([
        call<RecordDoc>(this.address),
        definitionsOf(this.found),
      ]);
      this.take(record, etag);
      this.definition = definition;
      this.problem = null;
      if (this.people.length === 0) void assignable(this.found.record.type).then((people) => (this.people = people));
      await this.loadHistory();
    } catch (caught) {
      if (!quiet) this.problem = caught;
    }
  }

  private take(record: RecordDoc, etag: string): void {
    this.record = record;
    this.etag = etag || `"${record.version}"`;
    if (record.unit) meetUnits([record.unit]);
    meet(record.references);
  }

  private async loadHistory(before?: string | number): Promise<void> {
    const more = before === undefined ? '' : `&before=${encodeURIComponent(before)}`;
    const page = await get<{ items: HistoryEntry[]; next: string | number | null }>(
      `${this.address}/history?limit=50${more}`,
    );
    this.history = before === undefined ? page.items : [...this.history, ...page.items];
    this.earlier = page.next ?? null;
    void nameUnits(unitsIn(page.items));
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    const record = this.record;
    if (!record) return html`<div class="rec"><div class="page">${skeleton(10)}</div></div>`;
    const kind = this.kind;
    const tab = chosenTab(this.found.record.type);
    const handle = can(this.found.record, 'handle');
    const changeable = handle && !record.merged;
    const editing = { editable: changeable, findPeople: this.findPeople, save: this.save };
    return html`<div class="rec" @counted=${this.counted}>
        <article class="page" aria-labelledby="record-title">
          ${crumbs(record, this.found)} ${headline(record, this.definition, editing)}
          ${record.dormant ? note('warn', 'unplug', t('record.dormant')) : nothing}
          <vaksam-hold .record=${record}></vaksam-hold>
          <vaksam-merged
            .record=${record}
            ?editable=${handle && !record.dormant}
            @changed=${() => void this.load(true)}
          ></vaksam-merged>
          ${this.trouble ? this.troubled() : nothing}
          ${kind && !record.merged ? process(record, kind, this.history, { start: (move) => this.start(move), busy: this.busy }) : nothing}
          ${
            this.moving
              ? html`<vaksam-move
                  .transition=${this.moving}
                  .record=${record}
                  .kind=${kind}
                  .findPeople=${this.findPeople}
                  ?busy=${this.busy}
                  @go=${(event: CustomEvent<MoveRequest>) => void this.move(event.detail)}
                  @done=${() => (this.moving = null)}
                ></vaksam-move>`
              : nothing
          }
          ${tabs(this.found.record.type)}
          ${
            tab
              ? shownTab(tab, record)
              : html`${outline(this.counts)} ${lead(record, kind, editing)}
                  <vaksam-record-charts
                    .record=${record}
                    .found=${this.found}
                    @changed=${() => void this.loadHistory()}
                  ></vaksam-record-charts>
                  ${kind ? groups(record, kind, editing) : nothing}
                  <vaksam-connections
                    .record=${record}
                    .kind=${kind}
                    ?editable=${handle && !record.dormant}
                    @changed=${() => void this.load(true)}
                  ></vaksam-connections>
                  <vaksam-documents
                    .record=${record.id}
                    ?still=${record.dormant}
                    @changed=${() => void this.loadHistory()}
                  ></vaksam-documents>
                  ${
                    handle && record.channel === 'public'
                      ? html`<vaksam-reporter-messages
                          .record=${record.id}
                          @changed=${() => void this.loadHistory()}
                        ></vaksam-reporter-messages>`
                      : nothing
                  }
                  <vaksam-comments recordId=${record.id} ?handles=${handle}></vaksam-comments>
                  <section class="sec" aria-labelledby="timeline-title">
                    <header><h2 id="timeline-title">${t('record.timeline')}</h2></header>
                    ${timeline(this.history, kind, this.people, this.definition?.roles ?? [], this.earlier === null ? null : () => void this.loadHistory(this.earlier ?? undefined))}
                  </section>`
          }
        </article>
        ${aside(record, this.found, kind, { ...editing, editable: changeable && !record.dormant }, this.address, () => void this.load(true))}
      </div>
      ${this.conflict ? this.conflicting() : nothing}`;
  }

  private troubled(): unknown {
    const { title, detail } = words(Problem.of(this.trouble));
    return note('bad', 'circle-alert', html`<b class="b">${title}</b><br />${detail}`);
  }

  private conflicting(): unknown {
    const { field, mine, now, choose } = this.conflict!;
    return html`<vaksam-conflict .field=${field} .mine=${mine} .now=${now} .choose=${choose}></vaksam-conflict>`;
  }

  private async choice(field: FormField, mine: unknown, now: RecordDoc): Promise<Choice> {
    const chosen = await new Promise<Choice>((choose) => (this.conflict = { field, mine, now, choose }));
    this.conflict = null;
    return chosen;
  }

  private readonly save: Save = async (field, value, base) => {
    this.busy = true;
    this.trouble = null;
    try {
      const { body: record, etag, conflict } = await saveValue(this.address, field, value, base);
      const choice = conflict ? await this.choice(field, value, record) : 'theirs';
      if (choice === 'mine') return await this.save(field, value, record);
      this.take({ ...this.record, ...record, transitions: record.transitions ?? this.record?.transitions ?? [] }, etag);
      await this.load(true);
      return choice === 'theirs';
    } catch (caught) {
      this.trouble = caught;
      return false;
    } finally {
      this.busy = false;
    }
  };

  private start(transition: Transition): void {
    const asks = transition.reason === 'required' || missingFields(transition, this.kind).length > 0;
    if (asks || transition.reason === 'optional') this.moving = transition;
    else void this.move({ reason: '', values: {} }, transition);
  }

  private async move({ reason, values }: MoveRequest, transition = this.moving): Promise<void> {
    if (!transition || !this.record) return;
    this.busy = true;
    this.trouble = null;
    try {
      const sent = { ...body(missingFields(transition, this.kind), values), ...(reason ? { reason } : {}) };
      const { body: record, etag } = await call<RecordDoc>(`${this.address}/transitions/${transition.id}`, {
        method: 'POST',
        body: sent,
        headers: { 'If-Match': this.etag },
      });
      const to = label(this.kind?.states.find(({ id }) => id === transition.to)?.label);
      this.take({ ...this.record, ...record }, etag);
      this.moving = null;
      toast(t('record.moved', { number: record.number, state: to }));
      void loadCounts();
      await this.load(true);
    } catch (caught) {
      this.trouble = caught;
      await this.load(true);
    } finally {
      this.busy = false;
    }
  }

  private readonly counted = ({ detail: { what, n } }: CustomEvent<{ what: string; n: string }>): void => {
    if (this.counts[what] !== n) this.counts = { ...this.counts, [what]: n };
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const typing = (event.target as HTMLElement).closest?.('input, textarea, select, dialog, [popover]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !this.record) return;
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : null;
    const next = step && neighbour(this.record, this.found, step);
    if (next) go(next);
  };
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Node } from '../api/types/organisation';
import { label, number, t } from '../i18n/i18n';
import { css } from '../kit/css';
import { failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { deedOf, linesOf, typed, type Line } from './treemodel';
import { typeName } from './unittypes';

const TYPING_MILLIS = 700;

/** The organisation of a day as a tree whose branches are fetched when they are opened. Sends `chosen` with the id of a unit. */
@customElement('vaksam-unit-tree')
export class UnitTree extends View {
  @property() day = '';
  @property() chosen = '';
  /** Ids above the chosen unit: these branches are opened. */
  @property({ attribute: false }) reveal: string[] = [];
  @state() private branches = new Map<string, Node[]>();
  @state() private open = new Set<string>();
  @state() private portions = new Map<string, number>();
  @state() private at = 0;
  @state() private problem: unknown = null;
  private letters = '';
  private lastTyped = 0;
  private asked = 0;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('day')) void this.refresh();
    else if (changed.has('reveal') && this.reveal.length) void this.show(this.reveal);
  }

  /** Everything that is open, read again. */
  async refresh(): Promise<void> {
    const mine = ++this.asked;
    try {
      const ids = ['', ...new Set([...this.open, ...this.reveal])];
      const read = await Promise.all(ids.map(async (id) => [id, await this.ask(id)] as const));
      if (mine !== this.asked) return;
      this.branches = new Map(read);
      this.open = new Set(ids.slice(1));
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  private async ask(parent: string): Promise<Node[]> {
    const query = new URLSearchParams({ on: this.day, ...(parent ? { parent } : {}) });
    try {
      return (await get<{ items: Node[] }>(`units/tree?${query.toString()}`)).items;
    } catch (caught) {
      if (parent) return [];
      throw caught;
    }
  }

  private async show(ids: string[]): Promise<void> {
    const missing = ids.filter((id) => !this.branches.has(id));
    const read = await Promise.all(missing.map(async (id) => [id, await this.ask(id)] as const));
    this.branches = new Map([...this.branches, ...read]);
    this.open = new Set([...this.open, ...ids]);
    await this.updateComplete;
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  private get lines(): Line[] {
    return linesOf(this.branches, this.open, this.portions);
  }

  protected override render(): unknown {
    if (this.problem) return failed(this.problem, () => void this.refresh());
    if (!this.branches.has('')) return skeleton(8);
    const lines = this.lines;
    const chosenAt = lines.findIndex((line) => line.kind === 'unit' && line.node.unit.id === this.chosen);
    const stop = Math.min(this.at, lines.length - 1);
    if (lines.length === 0) return html`<p class="m2">${t('organisation.empty')}</p>`;
    return html`<div class="unit-tree" role="tree" aria-label=${t('organisation.title')} @keydown=${this.pressed}>
      ${lines.map((line, at) => this.line(line, at, at === (this.contains(document.activeElement) || chosenAt < 0 ? stop : chosenAt)))}
    </div>`;
  }

  private line(line: Line, at: number, stop: boolean): unknown {
    const unit = line.kind === 'unit' ? line.node.unit : null;
    const isChosen = unit !== null && unit.id === this.chosen;
    return html`<div
      role="treeitem"
      class="unit-line ${isChosen ? 'is-sel' : ''}"
      tabindex=${stop ? 0 : -1}
      aria-level=${line.level}
      aria-setsize=${line.kind === 'unit' ? line.of : nothing}
      aria-posinset=${line.kind === 'unit' ? line.at : nothing}
      aria-expanded=${line.kind === 'unit' && line.node.children ? line.open : nothing}
      aria-selected=${isChosen}
      ${css({ '--level': String(line.level - 1) })}
      @focus=${() => (this.at = at)}
      @click=${() => this.act(line)}
    >
      ${line.kind === 'unit' ? this.unit(line) : html`<span class="accent">${t('organisation.more', { n: line.left })}</span>`}
    </div>`;
  }

  private unit(line: Extract<Line, { kind: 'unit' }>): unknown {
    const { unit, children } = line.node;
    return html`<span
        class="twist"
        aria-hidden="true"
        @click=${(event: Event) => {
          event.stopPropagation();
          this.toggle(unit.id, !line.open);
        }}
        >${children ? icon(line.open ? 'chevron-down' : 'chevron-right') : nothing}</span
      ><span class="cut-text">${label(unit.name)}</span><span class="m s code">${unit.code}</span
      ><span class="m s kind">${typeName(unit.type)}</span
      >${children ? html`<span class="m s num">${number(children)}</span>` : nothing}`;
  }

  private act(line: Line): void {
    if (line.kind === 'more') {
      this.portions = new Map(this.portions).set(line.above, (this.portions.get(line.above) ?? 1) + 1);
      return;
    }
    this.dispatchEvent(new CustomEvent('chosen', { detail: line.node.unit.id }));
  }

  private toggle(id: string, isOpen: boolean): void {
    const open = new Set(this.open);
    if (isOpen) open.add(id);
    else open.delete(id);
    this.open = open;
    if (isOpen && !this.branches.has(id)) void this.show([id]);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const lines = this.lines;
    const deed = deedOf(lines, this.at, event.key);
    if (deed && 'to' in deed) this.move(deed.to);
    else if (deed && 'open' in deed) this.toggle(deed.open, true);
    else if (deed && 'close' in deed) this.toggle(deed.close, false);
    else if (event.key === 'Enter' || event.key === ' ') this.act(lines[this.at]!);
    else if (event.key.length === 1) this.move(this.type(lines, event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private type(lines: Line[], letter: string): number {
    this.letters = Date.now() - this.lastTyped < TYPING_MILLIS ? this.letters + letter : letter;
    this.lastTyped = Date.now();
    return typed(lines, this.at, this.letters, (line) => (line.kind === 'unit' ? label(line.node.unit.name) : ''));
  }

  private move(to: number): void {
    this.at = to;
    void this.updateComplete.then(() => this.querySelectorAll<HTMLElement>('[role="treeitem"]')[to]?.focus());
  }
}

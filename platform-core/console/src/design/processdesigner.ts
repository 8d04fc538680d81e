import { html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { draw, neighbour, NODE, type Drawing, type Edge, type Node } from './diagram';
import { addState, addTransition, removeState } from './model';
import { Part } from './part';
import './statepanel';
import './transitionpanel';

type Selected = { state: string } | { transition: string } | null;

/** States and the ways between them: drawn, walked with the arrow keys, and as a list. */
@customElement('vaksam-process-designer')
export class ProcessDesigner extends Part {
  @state() private selected: Selected = null;
  @state() private pulled: { from: string; x: number; y: number } | null = null;

  protected override render(): unknown {
    const drawing = draw(this.doc);
    return html`<div class="process">
        <section class="canvas" aria-label=${t('design.diagram')}>
          <div class="tools">
            <button class="btn sm" type="button" @click=${this.addState}>${icon('plus')}${t('design.state')}</button>
            <button class="btn sm" type="button" @click=${this.addTransition} ?disabled=${!this.doc.states.length}>
              ${icon('spline')}${t('design.transition')}
            </button>
          </div>
          <p class="sr" id="diagram-keys">${t('design.diagram.keys')}</p>
          <div class="scroll-x">${this.drawn(drawing)}</div>
        </section>
        ${this.list()}
      </div>
      <aside class="insp" aria-label=${t('design.selected')}>${this.panel()}</aside>`;
  }

  private panel(): unknown {
    if (!this.selected) return html`<p class="m2">${t('design.process.none')}</p>`;
    if ('state' in this.selected)
      return html`<vaksam-state-panel
        .session=${this.session}
        .stateId=${this.selected.state}
        @pick=${({ detail }: CustomEvent<Selected>) => (this.selected = detail)}
      ></vaksam-state-panel>`;
    return html`<vaksam-transition-panel
      .session=${this.session}
      .vocabulary=${this.vocabulary}
      .transitionId=${this.selected.transition}
      @pick=${({ detail }: CustomEvent<Selected>) => (this.selected = detail)}
    ></vaksam-transition-panel>`;
  }

  private drawn(drawing: Drawing): unknown {
    const { width, height } = drawing;
    return html`<svg
      class="diagram ${width > 1100 ? 'large' : ''}"
      viewBox="0 0 ${width} ${height}"
      width=${width}
      height=${height}
      role="group"
      aria-label=${t('design.diagram.name')}
      aria-describedby="diagram-keys"
      @pointermove=${this.pull}
      @pointerup=${this.release}
    >
      <defs>
        <marker id="edge-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path class="tip" d="M0 0 8 4 0 8Z"></path>
        </marker>
        <marker id="edge-end-sel" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
          <path class="tip sel" d="M0 0 8 4 0 8Z"></path>
        </marker>
      </defs>
      ${drawing.edges.map(({ path, transition }) => {
        const now = this.isTransition(transition);
        return svg`<path class="ed ${now ? 'sel' : ''}" d=${path} marker-end="url(#${now ? 'edge-end-sel' : 'edge-end'})"></path>`;
      })}
      ${drawing.nodes.map((node) => this.node(node, drawing))}
      ${drawing.edges.filter((edge) => this.isNamed(edge)).map((edge) => this.name(edge))}
      ${this.pulled ? this.line(drawing) : nothing}
    </svg>`;
  }

  private node(node: Node, drawing: Drawing): unknown {
    const found = this.doc.states.find(({ id }) => id === node.id)!;
    const words = label(found.label) || found.id;
    const meta = [
      node.id === this.doc.initial ? t('design.state.initial') : '',
      t(found.phase === 'closed' ? 'design.phase.closed' : 'design.phase.open'),
    ]
      .filter(Boolean)
      .join(' · ');
    const faults = this.faultsAt(`states[${node.id}]`).length;
    const look = `nd ${found.phase === 'closed' ? 'end' : ''} ${this.isState(node.id) ? 'sel' : ''} ${faults ? 'wrong' : ''}`;
    const { x, y } = node;
    return svg`<g
        class=${look}
        tabindex=${this.tabbable(node.id) ? 0 : -1}
        role="button"
        aria-pressed=${this.isState(node.id)}
        aria-label="${words}, ${meta}"
        data-state=${node.id}
        @click=${() => (this.selected = { state: node.id })}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, node.id, drawing)}
      >
        <rect x=${x} y=${y} width=${NODE.width} height=${NODE.height} rx="8"></rect>
        <text x=${x + 12} y=${y + 20}>${cut(words, 17)}</text>
        <text class="meta" x=${x + 12} y=${y + 36}>${cut(meta, 22)}</text>
      </g>
      <circle
        class="handle"
        cx=${x + NODE.width}
        cy=${y + NODE.height / 2}
        r="5"
        @pointerdown=${(event: PointerEvent) => this.grab(event, node)}
      ></circle>`;
  }

  private name({ transition, at, from }: Edge): unknown {
    const found = this.doc.transitions.find(({ id }) => id === transition)!;
    const words = cut(label(found.label) || found.id, 20);
    const width = words.length * 6.4 + 16;
    return svg`<g
      class="lab ${this.isTransition(transition) ? 'sel' : ''}"
      tabindex=${found.from[0] === from ? 0 : -1}
      role="button"
      aria-pressed=${this.isTransition(transition)}
      aria-label=${this.told(transition)}
      data-transition=${transition}
      @click=${() => (this.selected = { transition })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          this.selected = { transition };
        }
        if (event.key === 'Delete') this.removeTransition(transition);
      }}
    >
      <rect x=${at.x - width / 2} y=${at.y - 10} width=${width} height="20" rx="10"></rect>
      <text x=${at.x} y=${at.y + 4}>${words}</text>
    </g>`;
  }

  /** A transition from several states has its name once, until it is chosen. */
  private isNamed = ({ transition, from }: Edge): boolean =>
    this.isTransition(transition) || this.doc.transitions.find(({ id }) => id === transition)?.from[0] === from;

  private line(drawing: Drawing): unknown {
    const from = drawing.nodes.find(({ id }) => id === this.pulled!.from)!;
    return svg`<path class="ed sel" d="M${from.x + NODE.width} ${from.y + NODE.height / 2}L${this.pulled!.x} ${this.pulled!.y}"></path>`;
  }

  /** The same in words. */
  private list(): unknown {
    const faults = this.faultsAt('transitions');
    return html`<section class="ways" aria-labelledby="ways-title">
      <h2 id="ways-title">${t('design.ways')}</h2>
      ${faults.length ? html`<p class="err">${icon('circle-alert')}${t('design.faults', { n: faults.length })}</p>` : nothing}
      <ul class="lines">
        ${this.doc.states.map(
          (state) =>
            html`<li>
              <button class="link" type="button" @click=${() => (this.selected = { state: state.id })}>
                ${label(state.label) || state.id}
              </button>
              <ul>
                ${this.doc.transitions
                  .filter(({ from }) => from.includes(state.id))
                  .map(
                    (transition) =>
                      html`<li>
                        <button
                          class="link"
                          type="button"
                          @click=${() => (this.selected = { transition: transition.id })}
                        >
                          ${label(transition.label) || transition.id}
                        </button>
                        ${icon('arrow-right', 'i-s')} ${this.stateName(transition.to)}
                      </li>`,
                  )}
              </ul>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private stateName = (id: string) => label(this.doc.states.find((state) => state.id === id)?.label) || id;

  private told(id: string): string {
    const found = this.doc.transitions.find((transition) => transition.id === id)!;
    const from = found.from.map(this.stateName).join(', ');
    return t('design.transition.told', { name: label(found.label) || id, from, to: this.stateName(found.to) });
  }

  private isState = (id: string) => !!this.selected && 'state' in this.selected && this.selected.state === id;
  private isTransition = (id: string) =>
    !!this.selected && 'transition' in this.selected && this.selected.transition === id;

  /** One state can be tabbed to; the arrow keys lead to the others. */
  private tabbable(id: string): boolean {
    const now = this.selected && 'state' in this.selected ? this.selected.state : this.doc.initial;
    return id === (this.doc.states.some((state) => state.id === now) ? now : this.doc.states[0]?.id);
  }

  private pressed(event: KeyboardEvent, id: string, drawing: Drawing): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.selected = { state: id };
      return;
    }
    if (event.key === 'Delete') {
      this.change(removeState(this.doc, id));
      this.selected = null;
      return;
    }
    const next = neighbour(drawing.nodes, id, event.key);
    if (!next) return;
    event.preventDefault();
    this.selected = { state: next };
    void this.updateComplete.then(() => this.querySelector<SVGElement>(`[data-state="${CSS.escape(next)}"]`)?.focus());
  }

  private readonly addState = (): void => {
    const { doc, id } = addState(this.doc, { sv: 'Nytt tillstånd', en: 'New state' });
    this.change(doc);
    this.selected = { state: id };
    this.focusPanel();
  };

  private readonly addTransition = (): void => {
    const from = this.selected && 'state' in this.selected ? this.selected.state : this.doc.initial;
    const to = this.doc.states.find(({ id }) => id !== from)?.id ?? from;
    this.connect(from, to);
  };

  private connect(from: string, to: string): void {
    const { doc, id } = addTransition(this.doc, from, to, { sv: 'Ny övergång', en: 'New transition' });
    this.change(doc);
    this.selected = { transition: id };
    this.focusPanel();
  }

  private removeTransition(id: string): void {
    this.change({ ...this.doc, transitions: this.doc.transitions.filter((one) => one.id !== id) });
    this.selected = null;
  }

  private focusPanel(): void {
    void this.updateComplete.then(() => {
      const input = this.querySelector<HTMLInputElement>('.insp input');
      input?.focus();
      input?.select();
    });
  }

  private grab(event: PointerEvent, node: Node): void {
    event.preventDefault();
    this.pulled = { from: node.id, x: node.x + NODE.width, y: node.y + NODE.height / 2 };
  }

  private readonly pull = (event: PointerEvent): void => {
    if (!this.pulled) return;
    const matrix = (event.currentTarget as SVGSVGElement).getScreenCTM();
    if (!matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    this.pulled = { ...this.pulled, x, y };
  };

  private readonly release = (event: PointerEvent): void => {
    if (!this.pulled) return;
    const { from } = this.pulled;
    this.pulled = null;
    const to = (event.target as Element).closest?.('[data-state]')?.getAttribute('data-state');
    if (to && to !== from) this.connect(from, to);
  };
}

const cut = (words: string, most: number) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChoiceNode } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { movers } from './inputs';
import { free, idFrom, moved, replaced, without } from './model';

const DEEPEST = 6;

/** The choices of a field; of a tree with more below each. Sends `change` with all of them. */
@customElement('vaksam-choices')
export class ChoiceEditor extends View {
  @property({ attribute: false }) value: ChoiceNode[] = [];
  @property({ type: Boolean }) tree = false;

  protected override render(): unknown {
    return html`<fieldset class="field choices">
      <legend class="label">${t('design.choices')}</legend>
      ${this.list(this.value, (next) => this.send(next), 1)}
    </fieldset>`;
  }

  private send(value: ChoiceNode[]): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }

  private list(nodes: ChoiceNode[], put: (next: ChoiceNode[]) => void, depth: number): unknown {
    return html`<ul>
        ${nodes.map((node, at) => this.node(nodes, node, at, put, depth))}
      </ul>
      <button class="btn quiet sm" type="button" @click=${() => put([...nodes, this.fresh()])}>
        ${icon('plus')}${t(depth > 1 ? 'design.choice.below' : 'design.choice.add')}
      </button>`;
  }

  private node(
    nodes: ChoiceNode[],
    node: ChoiceNode,
    at: number,
    put: (next: ChoiceNode[]) => void,
    depth: number,
  ): unknown {
    const name = label(node.label) || node.id;
    const set = (change: Partial<ChoiceNode>) => put(replaced(nodes, at, { ...node, ...change }));
    const input = (language: 'sv' | 'en') =>
      html`<input
        class="in"
        lang=${language}
        maxlength="500"
        autocomplete="off"
        aria-label="${name}, ${t(language === 'sv' ? 'design.swedish' : 'design.english')}"
        .value=${node.label[language]}
        @input=${(event: Event) =>
          set({ label: { ...node.label, [language]: (event.target as HTMLInputElement).value } })}
        @change=${() => this.named(nodes, node, at, put)}
      />`;
    return html`<li>
      <div class="choice">
        ${input('sv')}${input('en')}
        ${movers(name, {
          up: at > 0 ? () => put(moved(nodes, at, -1)) : null,
          down: at < nodes.length - 1 ? () => put(moved(nodes, at, 1)) : null,
          remove: () => put(without(nodes, at)),
        })}
      </div>
      ${
        this.tree && node.choices
          ? html`<div class="below">${this.list(node.choices, (choices) => set({ choices }), depth + 1)}</div>`
          : this.tree && depth < DEEPEST
            ? html`<button class="btn quiet sm" type="button" @click=${() => set({ choices: [this.fresh()] })}>
                ${icon('corner-down-left')}${t('design.choice.under', { name })}
              </button>`
            : nothing
      }
    </li>`;
  }

  /** A new choice gets a technical name of its words; one that records may have keeps its own. */
  private named(nodes: ChoiceNode[], node: ChoiceNode, at: number, put: (next: ChoiceNode[]) => void): void {
    if (!/^choice-/.test(node.id)) return;
    const id = free(idFrom(node.label.en || node.label.sv, node.id), this.ids());
    if (id !== node.id && !/^choice\d*$/.test(id)) put(replaced(nodes, at, { ...node, id }));
  }

  private fresh(): ChoiceNode {
    const ids = this.ids();
    const id = free('choice-1', ids);
    return { id, label: { sv: '', en: '' } };
  }

  private ids(nodes: ChoiceNode[] = this.value): string[] {
    return nodes.flatMap(({ id, choices }) => [id, ...this.ids(choices ?? [])]);
  }
}

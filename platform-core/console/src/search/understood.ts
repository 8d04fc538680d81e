import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { QueryPart, QueryView } from '../api/types/search';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { explained, without } from './suggesting';

/** Chips for the conditions in a typed query, and a word about slips. Set `words`; sends `searched` with what remains. */
@customElement('vaksam-understood')
export class Understood extends View {
  @property() type = '';
  @property() words = '';
  @state() private view: QueryView | null = null;
  private asked = '';

  protected override willUpdate(): void {
    const wanted = `${this.type} ${this.words}`;
    if (wanted === this.asked) return;
    this.asked = wanted;
    if (!this.words) this.view = null;
    else void this.ask(wanted);
  }

  private async ask(wanted: string): Promise<void> {
    const view = await explained(this.type, this.words).catch(() => null);
    if (wanted === this.asked) this.view = view;
  }

  protected override render(): unknown {
    const parts = this.view?.parts ?? [];
    return html`${parts.filter(({ kind, excluded }) => kind === 'filter' || kind === 'title' || excluded).map((part) => this.chip(part))}
      <span class="m2 s" role="status"
        >${(this.view?.instead ?? []).map((one) => t('search.instead', { typed: one.typed, used: one.used })).join(' ')}</span
      >`;
  }

  private chip(part: QueryPart): unknown {
    const title = part.kind === 'title' ? t('search.title') : label(part.title ?? undefined);
    const shown = part.values.map((value) => label(value)).join(', ');
    return html`<span class="chip"
      ><span
        >${icon('search', 'i-s')}${part.excluded ? html`${t('search.not')} ` : nothing}${title} <b>${shown}</b></span
      ><button
        type="button"
        aria-label=${t('search.remove', { text: part.text })}
        @click=${() =>
          this.dispatchEvent(new CustomEvent('searched', { detail: without(this.words.normalize('NFC'), part) }))}
      >
        ${icon('x', 'i-s')}
      </button></span
    >`;
  }
}

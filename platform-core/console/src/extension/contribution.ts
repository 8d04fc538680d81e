import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { label, language, t } from '../i18n/i18n';
import { note, skeleton } from '../kit/feedback';
import { View } from '../kit/view';
import { pick, type Brought, type Contribution } from './contributions';

const differ = (now: Record<string, unknown>, before: Record<string, unknown> | undefined) =>
  !before || Object.keys({ ...now, ...before }).some((name) => now[name] !== before[name]);

/** A piece of a page that a module brings. What fails in it stays in it. */
@customElement('vaksam-contribution')
export class ContributionView extends View {
  @property({ attribute: false }) contribution!: Contribution;
  @property({ attribute: false, hasChanged: differ }) context: Record<string, unknown> = {};
  @state() private how: 'loading' | 'shown' | 'failed' = 'loading';
  private tidy: void | (() => void) = undefined;
  private shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.shown = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clear();
  }

  protected override render(): unknown {
    return html`<div class="contributed" ?hidden=${this.how !== 'shown'}></div>
      ${this.how === 'loading' ? skeleton(3) : nothing}
      ${this.how === 'failed' ? note('warn', 'unplug', html`<b class="b">${t('extension.failed', { title: label(this.contribution.title) })}</b><br />${t('extension.failed.why')}`) : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    const wanted = `${this.contribution.file} ${this.contribution.id} ${language()}`;
    if (wanted === this.shown && !changed.has('context')) return;
    this.shown = wanted;
    void this.show(wanted);
  }

  private async show(wanted: string): Promise<void> {
    try {
      const file = (await import(/* @vite-ignore */ this.contribution.file)) as { default?: Brought };
      if (!this.isConnected || wanted !== this.shown) return;
      this.clear();
      const host = document.createElement('div');
      this.querySelector('.contributed')?.replaceChildren(host);
      this.tidy = pick(file.default, this.contribution)(host, { ...this.context, language: language() });
      this.how = 'shown';
    } catch (caught) {
      this.how = 'failed';
      console.warn(`${this.contribution.file}:`, caught);
    }
  }

  private clear(): void {
    const tidy = this.tidy;
    this.tidy = undefined;
    try {
      if (typeof tidy === 'function') tidy();
    } catch (caught) {
      console.warn(`${this.contribution.file}:`, caught);
    }
  }
}

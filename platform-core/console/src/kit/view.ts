import { LitElement } from 'lit';
import { preferences } from '../i18n/preferences';
import type { Store } from './store';

/** Base of everything on the screen: renders into the page itself, so that the kit's style sheet just works. */
export abstract class View extends LitElement {
  private unwatch: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Values this view shows; it renders again when one changes. */
  protected stores(): Store<any>[] {
    return [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = [preferences, ...this.stores()].map((store) => store.watch(() => this.requestUpdate()));
    if (this.hasUpdated) this.requestUpdate();
  }

  /** A page that was just left hears of the next address too, before it is gone: it may not fetch or remember anything for it. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.unwatch) stop();
  }

  /** Names the page in the window and the history. */
  protected entitle(name: string): void {
    document.title = `${name} · Vaksam`;
  }
}

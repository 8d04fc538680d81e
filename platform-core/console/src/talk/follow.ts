import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get, remove } from '../api/client';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';

/** Follows a record, or stops. */
@customElement('vaksam-follow')
export class Follow extends Trying {
  @property() recordId = '';
  @state() private following = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('recordId')) void this.load();
  }

  protected override render(): unknown {
    return html`<button
        class="btn sm"
        type="button"
        aria-pressed=${this.following}
        ?disabled=${this.busy}
        @click=${() => void this.attempt(this.toggle)}
      >
        ${icon(this.following ? 'check' : 'bell')}${t(this.following ? 'follow.stop' : 'follow.do')}
      </button>
      ${this.troubled()}`;
  }

  private get address(): string {
    return `subscriptions/records/${this.recordId}`;
  }

  private async load(): Promise<void> {
    const answer = await get<{ following: boolean }>(this.address).catch(() => null);
    this.following = answer?.following ?? false;
  }

  private readonly toggle = async (): Promise<void> => {
    await (this.following ? remove(this.address) : call(this.address, { method: 'PUT' }));
    this.following = !this.following;
  };
}

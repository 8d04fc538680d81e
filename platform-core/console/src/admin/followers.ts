import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { Follower } from '../api/types/journal';
import { label, number, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { may } from '../shell/session';

/** Who follows the journal and how far; one that is stuck can be told to go on. */
@customElement('vaksam-followers')
export class FollowersSection extends Trying {
  @state() private followers: Follower[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(this.load);
  }

  private readonly load = async (): Promise<void> => {
    this.followers = (await get<{ items: Follower[] }>('journal/followers')).items;
  };

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="followers-title">
      <header><h2 id="followers-title">${t('followers.title')}</h2></header>
      ${this.troubled()}
      <ul class="lines">
        ${this.followers.map((follower) => this.line(follower))}
      </ul>
    </section>`;
  }

  private line(follower: Follower): unknown {
    const { title, position, behind, failure } = follower;
    const name = label(title);
    const badge = failure
      ? html`<span class="badge bad"
          >${icon('circle-alert')}${t('followers.failed', { time: moment(failure.since) })}</span
        >`
      : behind
        ? html`<span class="badge warn">${t('followers.behind', { n: number(behind) })}</span>`
        : nothing;
    return html`<li>
      <div class="grow">
        <p><b class="b">${name}</b> ${badge}</p>
        <p class="s m2">${t('followers.up', { n: number(position) })}</p>
        ${failure ? html`<p class="s mono breaks">${failure.reason}</p>` : nothing}
      </div>
      ${
        failure && may('platform:journal:manage')
          ? html`<button
              class="btn sm"
              type="button"
              aria-label=${t('followers.resume.one', { name })}
              @click=${() => void this.resume(follower)}
            >
              ${icon('play')}${t('followers.resume')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private async resume({ name, title }: Follower): Promise<void> {
    await this.attempt(async () => {
      await post(`journal/followers/${name}/resume`, {});
      toast(t('followers.resumed', { name: label(title) }));
      await this.load();
    });
  }
}

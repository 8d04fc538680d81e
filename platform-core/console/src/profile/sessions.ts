import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { OpenSession } from '../api/types/session';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { browserOf } from './browser';
import './profile.css';

/** Where somebody is signed in, and the way to end it. `at` is `profile` or `accounts/{id}`. */
@customElement('vaksam-sessions')
export class Sessions extends Trying {
  @property() at = 'profile';
  @state() private sessions: OpenSession[] | null = null;
  @state() private problem: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.sessions = (await get<{ items: OpenSession[] }>(`${this.at}/sessions`)).items;
      this.problem = null;
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="sessions-title">
      <header><h2 id="sessions-title">${t('sessions.title')}</h2></header>
      ${this.troubled()}
      ${this.problem ? failed(this.problem, () => void this.load()) : this.sessions ? this.list(this.sessions) : skeleton(2)}
    </section>`;
  }

  private list(sessions: OpenSession[]): unknown {
    const others = sessions.filter(({ current }) => !current);
    return html`<ul class="sessions">
        ${sessions.map(
          (session) =>
            html`<li>
              ${icon(/Mobile|Android|iPhone/.test(session.agent) ? 'smartphone' : 'monitor')}
              <span class="grow"
                ><b class="b">${browserOf(session.agent) || t('sessions.unknown')}</b
                ><span class="m2 s"
                  >${session.address} · ${t('sessions.seen', { time: moment(session.lastSeenAt) })}</span
                ></span
              >
              ${
                session.current
                  ? html`<span class="badge ok">${t('sessions.here')}</span>`
                  : html`<button
                      class="btn sm"
                      type="button"
                      aria-label=${t('sessions.end.one', { name: browserOf(session.agent) || session.address })}
                      @click=${() => void this.end(`/${session.id}`)}
                    >
                      ${t('sessions.end')}
                    </button>`
              }
            </li>`,
        )}
      </ul>
      ${sessions.length ? nothing : html`<p class="m none">${t('sessions.none')}</p>`}
      ${
        others.length > 1
          ? html`<button class="btn" type="button" @click=${() => void this.end('')}>
              ${icon('log-out')}${t(this.at === 'profile' ? 'sessions.end.others' : 'sessions.end.all')}
            </button>`
          : nothing
      }`;
  }

  private async end(which: string): Promise<void> {
    await this.attempt(async () => {
      await remove(`${this.at}/sessions${which}`);
      toast(t('sessions.ended'));
      await this.load();
    });
  }
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { PersonErasure, PersonProtocol } from '../api/types/persons';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { noteOf } from '../kit/feedback';
import { View } from '../kit/view';
import '../kit/dialog';

const PAUSE = 1500;

/** What was erased, when and by whom; of whom is forgotten. */
@customElement('vaksam-erasures')
export class Erasures extends View {
  @state() private erasures: PersonErasure[] = [];
  @state() private protocol: PersonProtocol | null = null;
  @state() private trouble: unknown = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  readonly load = async (): Promise<void> => {
    clearTimeout(this.timer);
    try {
      this.erasures = (await get<{ items: PersonErasure[] }>('persons/erasures')).items;
      this.trouble = null;
      const running = this.erasures.some(({ endedAt }) => !endedAt);
      if (running && this.isConnected) this.timer = window.setTimeout(() => void this.load(), PAUSE);
    } catch (caught) {
      this.trouble = caught;
    }
  };

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="erasures-title">
        <header><h2 id="erasures-title">${t('persons.erasures')}</h2></header>
        ${this.trouble ? noteOf(this.trouble) : nothing}
        ${
          this.erasures.length
            ? html`<ul class="lines wraps">
                ${this.erasures.map((erasure) => this.line(erasure))}
              </ul>`
            : html`<p class="m none">${t('persons.erasures.none')}</p>`
        }
      </section>
      ${this.protocol ? this.dialog(this.protocol) : nothing}`;
  }

  private line({ id, by, startedAt, endedAt }: PersonErasure): unknown {
    const at = moment(startedAt);
    return html`<li>
      <div class="grow">
        <p>
          <b class="b">${at}</b> ·
          ${endedAt ? t('retention.runs.done', { at: moment(endedAt) }) : t('retention.runs.running')}
        </p>
        <p class="s m">${by}</p>
      </div>
      <button
        class="btn sm"
        type="button"
        aria-label=${t('persons.protocol.one', { at })}
        @click=${() => void this.show(id)}
      >
        ${t('persons.protocol')}
      </button>
    </li>`;
  }

  private dialog({ startedAt, items }: PersonProtocol): unknown {
    const leave = () => (this.protocol = null);
    return html`<vaksam-dialog
      heading=${`${t('persons.protocol')} ${moment(startedAt)}`}
      .body=${html`<ul class="lines wraps">
        ${items.map(
          ({ label, outcome }) =>
            html`<li><span class="grow mono breaks">${label}</span><span>${t(`persons.${outcome}`)}</span></li>`,
        )}
      </ul>`}
      .buttons=${html`<button class="btn" type="button" data-first @click=${leave}>${t('action.close')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private async show(id: string): Promise<void> {
    try {
      this.protocol = await get<PersonProtocol>(`persons/erasures/${id}`);
    } catch (caught) {
      this.trouble = caught;
    }
  }
}

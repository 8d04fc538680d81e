import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, put, remove } from '../api/client';
import type { Hold } from '../api/types/retention';
import { t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import '../kit/dialog';

/** Records of which nothing may go; sends `change`. */
@customElement('vaksam-holds')
export class Holds extends Trying {
  @state() private holds: Hold[] = [];
  @state() private lifting: Hold | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(this.load);
  }

  private readonly load = async (): Promise<void> => {
    this.holds = (await get<{ items: Hold[] }>('retention/holds')).items;
  };

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="holds-title">
        <header><h2 id="holds-title">${t('retention.holds')}</h2></header>
        <p class="m2">${t('retention.holds.why')}</p>
        ${this.lifting ? nothing : this.troubled()}
        <form class="inline-form" @submit=${this.place}>
          <label class="field"
            ><span class="label">${t('retention.holds.number')}</span
            ><input class="in" name="number" required maxlength="40" autocomplete="off"
          /></label>
          ${this.reason()}
          <button class="btn" type="submit">${icon('lock-keyhole')}${t('retention.holds.place')}</button>
        </form>
        ${
          this.holds.length
            ? html`<ul class="lines wraps">
                ${this.holds.map((hold) => this.line(hold))}
              </ul>`
            : html`<p class="m none">${t('retention.holds.none')}</p>`
        }
      </section>
      ${this.lifting ? this.question(this.lifting) : nothing}`;
  }

  private reason(): unknown {
    return html`<label class="field"
      ><span class="label">${t('retention.holds.reason')}</span
      ><input class="in" name="reason" required maxlength="1000"
    /></label>`;
  }

  private line(hold: Hold): unknown {
    const { number, title, reason, by, since } = hold;
    return html`<li>
      <div class="grow">
        <p><b class="mono">${number}</b> ${title}</p>
        <p class="m2 breaks">${reason}</p>
        <p class="s m">${t('retention.holds.since', { by, at: moment(since) })}</p>
      </div>
      <button
        class="btn sm"
        type="button"
        aria-label=${t('retention.holds.lift.one', { number })}
        @click=${() => this.ask(hold)}
      >
        ${t('retention.holds.lift')}
      </button>
    </li>`;
  }

  private ask(hold: Hold | null): void {
    this.trouble = null;
    this.lifting = hold;
  }

  private question({ id, number }: Hold): unknown {
    const leave = () => this.ask(null);
    return html`<vaksam-dialog
      heading=${t('retention.holds.lift.one', { number })}
      .body=${html`<form id="lift-form" class="stack" @submit=${(event: SubmitEvent) => void this.lift(event, id)}>
        ${this.troubled()} ${this.reason()}
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="lift-form">${t('retention.holds.lift')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private readonly place = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    void this.attempt(async () => {
      await put(`retention/holds/${encodeURIComponent(String(given.get('number')).trim())}`, {
        reason: given.get('reason'),
      });
      form.reset();
      await this.changed();
    });
  };

  private async lift(event: SubmitEvent, id: string): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason'));
    if (!(await this.attempt(() => remove(`retention/holds/${id}?reason=${encodeURIComponent(reason)}`)))) return;
    this.ask(null);
    await this.attempt(() => this.changed());
  }

  private async changed(): Promise<void> {
    await this.load();
    this.dispatchEvent(new CustomEvent('change'));
  }
}

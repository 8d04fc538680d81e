import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get } from '../api/client';
import type { DeadlineDoc } from '../api/types/work';
import { label, t } from '../i18n/i18n';
import { fromInput, longMoment, toInput } from '../i18n/time';
import { css } from '../kit/css';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { countdown } from './shown';
import '../kit/dialog';

const MINUTE = 60_000;

/** How a deadline stands, with the time that is left. */
export function clockShown(deadline: DeadlineDoc, title: unknown, below: unknown = nothing): unknown {
  const { used, look, words } = countdown(deadline);
  return html`<div class="clock ${look}">
    <p class="clock-head"><span>${title}</span><b class="num ${look}">${words}</b></p>
    <p class="m2 s"><time datetime=${deadline.dueAt}>${longMoment(deadline.dueAt)}</time> ${below}</p>
    ${deadline.open ? html`<span class="bar" aria-hidden="true"><i ${css({ width: `${used * 100}%` })}></i></span>` : nothing}
  </div>`;
}

/** The deadlines of a record; nothing at all when it has none. Sends `changed`. */
@customElement('vaksam-deadlines')
export class Deadlines extends Trying {
  @property() record = '';
  @state() private all: DeadlineDoc[] = [];
  @state() private extending: DeadlineDoc | null = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.requestUpdate(), MINUTE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record')) void this.attempt(this.load);
  }

  private readonly load = async (): Promise<void> => {
    const { items } = await get<{ items: DeadlineDoc[] }>(`deadlines?record=${encodeURIComponent(this.record)}`);
    this.all = items.sort(
      (one, other) => Number(other.open) - Number(one.open) || one.dueAt.localeCompare(other.dueAt),
    );
  };

  protected override render(): unknown {
    if (this.all.length === 0) return this.troubled();
    return html`<h2>${t('deadline.title')}</h2>
      ${this.all.map((deadline) =>
        clockShown(
          deadline,
          label(deadline.label),
          deadline.editable
            ? html`<button
                class="link s"
                type="button"
                aria-label=${t('deadline.extend.of', { name: label(deadline.label) })}
                @click=${() => (this.extending = deadline)}
              >
                ${t('deadline.extend')}
              </button>`
            : nothing,
        ),
      )}
      ${this.extending ? this.dialog(this.extending) : this.troubled()}`;
  }

  private dialog(deadline: DeadlineDoc): unknown {
    const leave = () => {
      this.extending = null;
      this.trouble = null;
    };
    return html`<vaksam-dialog
      heading=${t('deadline.extend.of', { name: label(deadline.label) })}
      .body=${html`${this.troubled()}
        <form id="extend-deadline" class="action-form" @submit=${this.extend}>
          <label class="field"
            ><span class="label">${t('deadline.until')}</span
            ><input class="in" type="datetime-local" name="dueAt" .value=${toInput(deadline.dueAt)} required
          /></label>
          <label class="field"
            ><span class="label">${t('action.reason')}</span
            ><textarea class="in" name="reason" rows="2" maxlength="1000" required></textarea>
          </label>
        </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="extend-deadline" ?disabled=${this.busy}>
          ${t('deadline.extend')}
        </button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private readonly extend = (event: SubmitEvent): void => {
    event.preventDefault();
    const deadline = this.extending!;
    const data = new FormData(event.target as HTMLFormElement);
    void this.attempt(async () => {
      await call(`deadlines/${deadline.id}/extension`, {
        method: 'PUT',
        body: { dueAt: fromInput(String(data.get('dueAt'))), reason: String(data.get('reason')) },
        headers: { 'If-Match': `"${deadline.version}"` },
      });
      this.extending = null;
      toast(t('deadline.extended'));
      await this.load();
      this.dispatchEvent(new CustomEvent('changed'));
    });
  };
}

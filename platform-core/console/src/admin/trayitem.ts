import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post } from '../api/client';
import type { TrayItem } from '../api/types/feeds';
import { label, t } from '../i18n/i18n';
import { failed, faults, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';

/** The text of something that could not be read. Sends `change` when it has left the tray, `close` when the person leaves it. */
@customElement('vaksam-tray-item')
export class TrayItemDialog extends Trying {
  @property({ attribute: false }) item = '';
  @state() private found: TrayItem | null = null;
  @state() private problem: unknown = null;
  @state() private discarding = false;
  @state() private tried = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.found = await get<TrayItem>(`tray/${this.item}`);
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    const leave = () => this.dispatchEvent(new CustomEvent('close'));
    return html`<vaksam-dialog
      heading=${t('tray.open')}
      look="wide"
      .body=${this.problem ? failed(this.problem) : this.found ? this.form(this.found) : skeleton(5)}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button>${
          this.found ? this.buttons(this.found) : nothing
        }`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private form(item: TrayItem): unknown {
    return html`<form id="tray-form" class="stack" @submit=${(event: SubmitEvent) => void this.send(event, item)}>
      ${this.troubled()} ${this.tried ? note('warn', 'circle-alert', t('tray.still')) : nothing}
      <p class="breaks">${label(item.detail)}</p>
      ${faults(item.errors)} ${item.whole ? nothing : note('warn', 'circle-alert', t('tray.part'))}
      <label class="field"
        ><span class="label">${t('tray.text')}</span
        ><textarea
          class="in mono"
          name="text"
          rows="14"
          spellcheck="false"
          ?readonly=${!item.whole}
          .value=${item.text ?? ''}
        ></textarea>
      </label>
      ${
        this.discarding
          ? html`<label class="field"
              ><span class="label">${t('tray.reason')}</span
              ><input class="in" name="reason" required maxlength="1000" autocomplete="off"
            /></label>`
          : nothing
      }
    </form>`;
  }

  private buttons(item: TrayItem): unknown {
    const discard = html`<button
      class="btn danger"
      type=${this.discarding ? 'submit' : 'button'}
      form="tray-form"
      ?disabled=${this.busy}
      @click=${(event: Event) => {
        if (this.discarding) return;
        event.preventDefault();
        this.discarding = true;
      }}
    >
      ${t('tray.discard')}
    </button>`;
    if (this.discarding || !item.whole) return discard;
    return html`${discard}<button class="btn primary" type="submit" form="tray-form" ?disabled=${this.busy}>
        ${icon('rotate-cw')}${t('tray.retry')}
      </button>`;
  }

  private async send(event: SubmitEvent, item: TrayItem): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const version = { 'If-Match': `"${item.version}"` };
    if (this.discarding) {
      const done = await this.attempt(() => post(`tray/${item.id}/discard`, { reason: form.get('reason') }, version));
      if (done) this.leave(t('tray.discarded'));
      return;
    }
    await this.attempt(async () => {
      const after = await post<TrayItem>(`tray/${item.id}/retry`, { text: form.get('text') }, version);
      if (after.state === 'stored') this.leave(t('tray.stored'));
      else {
        this.tried = true;
        this.found = after;
      }
    });
  }

  private leave(words: string): void {
    toast(words);
    this.dispatchEvent(new CustomEvent('change'));
  }
}

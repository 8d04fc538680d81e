import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api/client';
import type { RecordDoc } from '../api/types/record';
import type { CopyLine, Ground, Release } from '../api/types/secrecy';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { groundList, grounds } from './grounds';
import '../kit/dialog';

interface Mask {
  field?: string;
  text?: string;
  ground: string;
}

/** A redacted copy: what is secret is masked from the start, more is masked by hand, then it is frozen. Sends `released`, `close`. */
@customElement('vaksam-release')
export class ReleaseDialog extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property() address = '';
  @state() private lines: CopyLine[] = [];
  @state() private masks: Mask[] = [];
  @state() private shown: string[] = [];
  @state() private ground = '';
  @state() private lacking = false;
  @state() private reason = '';
  @state() private choices: Ground[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.ground = this.record.secrecyGround ?? '';
    void grounds().then((all) => (this.choices = all));
    void this.preview();
  }

  private get order(): Record<string, unknown> {
    return { masks: this.masks, unmask: Object.fromEntries(this.shown.map((field) => [field, this.reason || '-'])) };
  }

  private readonly send = <T>(order: unknown, query = ''): Promise<T> =>
    post<T>(`${this.address}/releases${query}`, order, { 'If-Match': `"${this.record.version}"` });

  /** Goes back to what was before when the platform refuses it. */
  private async preview(undo: () => void = () => undefined): Promise<void> {
    const looked = await this.attempt(async () => {
      this.lines = (await this.send<{ lines: CopyLine[] }>(this.order, '?preview=true')).lines;
    });
    if (!looked) undo();
  }

  private change(masks: Mask[], shown = this.shown): void {
    const before = { masks: this.masks, shown: this.shown };
    this.masks = masks;
    this.shown = shown;
    void this.preview(() => Object.assign(this, before));
  }

  protected override render(): unknown {
    return html`<vaksam-dialog
      look="wide"
      heading=${t('release.title')}
      .body=${html`<form id="release-form" class="stack" novalidate @submit=${this.freeze}>
        ${this.troubled()} ${groundList('release-grounds', this.choices)}
        ${this.text('recipient', t('release.recipient'), t('release.recipient.hint'))}
        ${this.text('purpose', t('release.purpose'))} ${this.more()}
        <section class="copy" aria-label=${t('release.copy')} aria-live="polite">
          <h3>${t('release.copy')}</h3>
          <dl>${this.lines.map((line) => this.line(line))}</dl>
        </section>
        ${
          this.shown.length
            ? html`<label class="field"
                ><span class="label">${t('release.why')}</span
                ><input
                  class="in"
                  maxlength="500"
                  .value=${this.reason}
                  @input=${(event: InputEvent) => (this.reason = (event.target as HTMLInputElement).value)}
              /></label>`
            : nothing
        }
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="release-form" ?disabled=${this.busy}>
          ${t('release.freeze')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private text(name: string, title: string, hint = ''): unknown {
    return html`<label class="field"
      ><span class="label">${title} <span class="opt">${t('form.optional')}</span></span
      ><input class="in" name=${name} maxlength="200" autocomplete="off" />${
        hint ? html`<span class="hint">${hint}</span>` : nothing
      }</label
    >`;
  }

  private more(): unknown {
    return html`<div class="field">
        <label class="label" for="release-ground">${t('release.ground')}</label>
        <input
          class="in"
          id="release-ground"
          list="release-grounds"
          maxlength="200"
          aria-invalid=${this.lacking}
          aria-describedby="release-ground-error"
          .value=${this.ground}
          @input=${(event: InputEvent) => (this.ground = (event.target as HTMLInputElement).value)}
        /><span class="err" id="release-ground-error" role="alert"
          >${this.lacking ? html`${icon('circle-alert')}${t('release.ground.missing')}` : nothing}</span
        >
      </div>
      <div class="field">
        <label class="label" for="release-words">${t('release.words')}</label>
        <div class="row">
          <input class="in" id="release-words" maxlength="200" autocomplete="off" @keydown=${this.entered} />
          <button class="btn" type="button" @click=${this.addWords}>${t('release.words.add')}</button>
        </div>
        <span class="hint">${t('release.words.hint')}</span>
        <ul class="released">
          ${this.masks
            .filter(({ text }) => text)
            .map(
              (mask) =>
                html`<li>
                  <button
                    class="btn sm"
                    type="button"
                    aria-label=${t('release.words.remove', { text: mask.text ?? '' })}
                    @click=${() => this.change(this.masks.filter((one) => one !== mask))}
                  >
                    ${mask.text} <span class="m">${mask.ground}</span>${icon('x', 'i-s')}
                  </button>
                </li>`,
            )}
        </ul>
      </div>`;
  }

  private line(line: CopyLine): unknown {
    const what = label(line.label);
    const masked = line.parts.every(({ ground }) => ground);
    const key = masked ? 'release.unmask' : 'release.mask';
    return html`<div>
      <dt>${what}</dt>
      <dd>
        <span class="value"
          >${line.parts.map(({ text, ground }) => (ground ? html`<span class="masked">${t('release.masked', { ground })}</span>` : text))}</span
        >
      </dd>
      <button
        class="btn quiet icon sm"
        type="button"
        aria-label=${t(key, { what })}
        title=${t(key, { what })}
        @click=${() => (masked ? this.show(line.field) : this.hide(line.field))}
      >
        ${icon(masked ? 'eye' : 'eye-off')}
      </button>
    </div>`;
  }

  private hide(field: string): void {
    if (this.shown.includes(field))
      this.change(
        this.masks,
        this.shown.filter((one) => one !== field),
      );
    else if (this.grounded()) this.change([...this.masks, { field, ground: this.ground }]);
  }

  /** Whether there is a provision to mask by; asks for it. */
  private grounded(): boolean {
    this.lacking = !this.ground.trim();
    if (this.lacking) this.querySelector<HTMLElement>('#release-ground')?.focus();
    return !this.lacking;
  }

  private show(field: string): void {
    const rest = this.masks.filter((mask) => mask.field !== field);
    if (rest.length < this.masks.length) this.change(rest);
    else this.change(this.masks, [...this.shown, field]);
  }

  private readonly entered = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.addWords();
  };

  private readonly addWords = (): void => {
    const input = this.querySelector<HTMLInputElement>('#release-words');
    const text = input?.value.trim() ?? '';
    if (!input || !text || !this.grounded()) return;
    this.change([...this.masks, { text, ground: this.ground }]);
    input.value = '';
    input.focus();
  };

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };

  private readonly freeze = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const unmask = Object.fromEntries(this.shown.map((field) => [field, this.reason]));
    await this.attempt(async () => {
      await this.send<Release>({
        recipient: form.get('recipient'),
        purpose: form.get('purpose'),
        masks: this.masks,
        unmask,
      });
      toast(t('release.frozen'));
      this.dispatchEvent(new CustomEvent('released'));
      this.leave();
    });
  };
}

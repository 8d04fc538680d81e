import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../api/client';
import { CHOICES, KINDS, type NoticeKind, type NoticeSettings } from '../api/types/talk';
import { t } from '../i18n/i18n';
import { note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';

/** What the person also gets by mail, and when. */
@customElement('vaksam-notice-choices')
export class NoticeChoices extends Trying {
  @state() private settings: NoticeSettings | null = null;
  private etag = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(this.load);
  }

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="choices-title">
      <header><h2 id="choices-title">${t('choices.title')}</h2></header>
      <p class="m2">${t('choices.why')}</p>
      ${this.troubled()} ${this.settings ? this.form(this.settings) : this.trouble ? nothing : skeleton(4)}
    </section>`;
  }

  private form(now: NoticeSettings): unknown {
    const reason = !now.possible ? t('choices.off') : now.address ? null : t('choices.address');
    return html`${reason ? note('warn', 'mail', reason) : nothing}
      <form class="choices" @submit=${this.save}>
        <ul class="lines">
          ${KINDS.map((kind) => this.line(kind, now))}
        </ul>
        <div class="inline-form">
          <label class="field"
            ><span class="label">${t('choices.hour')}</span>
            <select class="in" name="digestHour">
              ${Array.from(
                { length: 24 },
                (_, hour) =>
                  html`<option value=${hour} ?selected=${hour === now.digestHour}>
                    ${String(hour).padStart(2, '0')}:00
                  </option>`,
              )}
            </select></label
          >
          <label class="field"
            ><span class="label">${t('choices.quiet')}</span
            ><input class="in" type="time" name="from" .value=${now.quiet?.from ?? ''} aria-describedby="quiet-why"
          /></label>
          <label class="field"
            ><span class="label">${t('choices.quiet.until')}</span
            ><input class="in" type="time" name="until" .value=${now.quiet?.until ?? ''} aria-describedby="quiet-why"
          /></label>
          <label class="field"
            ><span class="label">${t('choices.language')}</span>
            <select class="in" name="language">
              <option value="sv" lang="sv" ?selected=${now.language === 'sv'}>Svenska</option>
              <option value="en" lang="en" ?selected=${now.language === 'en'}>English</option>
            </select></label
          >
          <button class="btn primary" type="submit" ?disabled=${this.busy}>${icon('check')}${t('choices.save')}</button>
        </div>
        <p class="hint" id="quiet-why">${t('choices.quiet.why')}</p>
      </form>`;
  }

  private line(kind: NoticeKind, now: NoticeSettings): unknown {
    return html`<li>
      <label class="grow" for="choice-${kind}">${t(`choices.kind.${kind}`)}</label>
      <select class="in" id="choice-${kind}" name="mail.${kind}">
        ${CHOICES.map(
          (choice) =>
            html`<option value=${choice} ?selected=${now.mail[kind] === choice}>${t(`choices.${choice}`)}</option>`,
        )}
      </select>
    </li>`;
  }

  private readonly load = async (): Promise<void> => {
    const { body, etag } = await call<NoticeSettings>('notices/settings');
    this.settings = body;
    this.etag = etag;
  };

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    const { from, until } = given;
    const body = {
      mail: Object.fromEntries(KINDS.map((kind) => [kind, given[`mail.${kind}`]])),
      language: given['language'],
      digestHour: Number(given['digestHour']),
      ...(from || until ? { quiet: { ...(from ? { from } : {}), ...(until ? { until } : {}) } } : {}),
    };
    void this.attempt(async () => {
      const answer = await call<NoticeSettings>('notices/settings', {
        method: 'PUT',
        body,
        headers: { 'If-Match': this.etag },
      });
      this.settings = answer.body;
      this.etag = answer.etag;
      toast(t('choices.saved'));
    });
  };
}

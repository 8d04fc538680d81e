import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post, remove } from '../api/client';
import type { Backup, Backups as Answer } from '../api/types/backups';
import { label, number, t } from '../i18n/i18n';
import { bytes } from '../i18n/size';
import { moment } from '../i18n/time';
import { empty, failedPage, note, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { questionDialog } from './question';

const PAUSE = 1000;

const address = (name: string) => `backups/${encodeURIComponent(name)}`;

/** Everything in one file: made, read again, fetched. */
@customElement('vaksam-backups')
export class BackupsPage extends Trying {
  @state() private answer: Answer | null = null;
  @state() private problem: unknown = null;
  @state() private encrypt = false;
  @state() private removing: Backup | null = null;
  @state() private verifying = '';
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.backups'));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.answer = await get<Answer>('backups');
      this.problem = null;
      if (this.answer.running && this.isConnected) this.timer = window.setTimeout(() => void this.load(), PAUSE);
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failedPage(this.problem, () => void this.load());
    if (!this.answer) return html`<div class="page">${skeleton(5)}</div>`;
    const { items, running, failed } = this.answer;
    return html`<div class="page admin-page">
        <h1>${t('nav.backups')}</h1>
        <p class="m2">${t('backups.why')}</p>
        ${this.troubled()}
        ${failed ? note('bad', 'triangle-alert', t('backups.failed', { why: label(failed.why) })) : nothing}
        ${
          running
            ? html`<p class="m2" role="status">${t('backups.running')}</p>
                <progress aria-label=${t('backups.running')}></progress>`
            : this.form()
        }
        ${
          items.length
            ? html`<ul class="lines wraps">
                ${items.map((backup) => this.line(backup))}
              </ul>`
            : empty('archive', t('backups.none'), t('backups.none.why'))
        }
      </div>
      ${this.removing ? this.question(this.removing) : nothing}`;
  }

  private form(): unknown {
    return html`<form class="inline-form" @submit=${this.make}>
      <label class="check"
        ><input
          type="checkbox"
          name="encrypt"
          .checked=${this.encrypt}
          @change=${(event: Event) => (this.encrypt = (event.target as HTMLInputElement).checked)}
        />${t('backups.encrypt')}</label
      >
      ${
        this.encrypt
          ? html`<label class="field"
              ><span class="label">${t('backups.passphrase')}</span
              ><input
                class="in"
                type="password"
                name="passphrase"
                required
                minlength="12"
                maxlength="1000"
                autocomplete="new-password"
                aria-describedby="passphrase-why"
              /><span class="hint" id="passphrase-why">${t('backups.passphrase.why')}</span></label
            >`
          : nothing
      }
      <button class="btn primary" type="submit">${icon('archive')}${t('backups.make')}</button>
    </form>`;
  }

  private line(backup: Backup): unknown {
    const { name, madeAt, madeBy, bytes: size, rows, files, verifiedAt, encrypted, warnings } = backup;
    return html`<li>
      <div class="grow">
        <p>
          <b class="b">${moment(madeAt)}</b> · ${bytes(size)} ·
          ${encrypted ? t('backups.encrypted') : t('backups.unencrypted')}
        </p>
        <p class="s m">${t('backups.holds', { rows: number(rows), files: number(files), by: madeBy })}</p>
        <p class="s m">
          ${t('backups.verified', { at: moment(verifiedAt) })} · <span class="mono breaks">${name}</span>
        </p>
        ${warnings.map((warning) => note('warn', 'triangle-alert', label(warning)))}
      </div>
      <button
        class="btn sm"
        type="button"
        ?disabled=${this.verifying === name}
        aria-label=${t('backups.verify.one', { name })}
        @click=${() => void this.verify(name)}
      >
        ${icon('shield-check')}${t('backups.verify')}
      </button>
      <a class="btn sm" href=${`/api/${address(name)}`} download=${name} aria-label=${t('archives.fetch.one', { name })}
        >${icon('download')}${t('archives.fetch')}</a
      >
      <button
        class="btn quiet icon sm danger"
        type="button"
        aria-label=${t('archives.remove', { name })}
        @click=${() => (this.removing = backup)}
      >
        ${icon('trash-2')}
      </button>
    </li>`;
  }

  private question({ name }: Backup): unknown {
    return questionDialog(
      {
        heading: t('backups.remove.title'),
        why: t('backups.remove.why', { name }),
        verb: t('archives.remove.do'),
        act: () => void this.work(() => remove(address(name)), t('archives.removed', { name })),
      },
      () => (this.removing = null),
    );
  }

  private readonly make = (event: SubmitEvent): void => {
    event.preventDefault();
    const passphrase = new FormData(event.target as HTMLFormElement).get('passphrase');
    void this.work(() => post('backups', passphrase ? { passphrase: String(passphrase) } : {}));
  };

  private async verify(name: string): Promise<void> {
    this.verifying = name;
    await this.work(() => post(`${address(name)}/verify`, {}), t('backups.whole', { name }));
    this.verifying = '';
  }

  private async work(act: () => Promise<unknown>, done = ''): Promise<void> {
    await this.attempt(async () => {
      await act();
      if (done) toast(done);
      await this.load();
    });
  }
}

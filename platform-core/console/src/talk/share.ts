import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post, remove } from '../api/client';
import type { Page } from '../api/types/common';
import type { RecordDoc } from '../api/types/record';
import type { Unit } from '../api/types/session';
import type { Share } from '../api/types/talk';
import { label, t } from '../i18n/i18n';
import { addDays, shortDay, today } from '../i18n/time';
import { note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';

const USUAL_DAYS = 30;
const LONGEST_DAYS = 366;

/** With whom a record is shared, for who handles it. */
@customElement('vaksam-share')
export class ShareSection extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @state() private shares: Share[] | null = null;
  @state() private partners: Unit[] | null = null;
  @state() private with: 'unit' | 'account' = 'unit';
  private shown = '';

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('record') || this.record.id === this.shown) return;
    this.shown = this.record.id;
    void this.load().catch(() => (this.shares = null));
  }

  protected override render(): unknown {
    if (this.shares === null) return nothing;
    return html`<h2>${t('share.title')}</h2>
      ${this.partners ? nothing : this.troubled()}
      ${
        this.shares.length
          ? html`<ul class="shares">
              ${this.shares.map((share) => this.line(share))}
            </ul>`
          : nothing
      }
      <button class="btn sm" type="button" ?disabled=${this.busy} @click=${() => void this.attempt(this.open)}>
        ${icon('share-2')}${t('share.do')}
      </button>
      ${this.partners ? this.dialog(this.partners) : nothing}`;
  }

  private line({ party, until, ended }: Share): unknown {
    const name = label(party.name);
    return html`<li>
      ${icon(party.kind === 'unit' ? 'building-2' : 'user')}
      <span class="grow"
        >${name}
        <span class="m2 s">${ended ? t('share.ended') : t('shared.until', { day: shortDay(until) })}</span></span
      >
      <button
        class="btn quiet icon sm"
        type="button"
        aria-label=${t('share.withdraw', { name })}
        title=${t('share.withdraw', { name })}
        @click=${() => void this.attempt(() => this.withdraw(party.id))}
      >
        ${icon('x')}
      </button>
    </li>`;
  }

  private dialog(partners: Unit[]): unknown {
    const close = () => {
      this.partners = null;
      this.trouble = null;
    };
    return html`<vaksam-dialog
      heading=${t('share.heading', { number: this.record.number })}
      .body=${html`<form id="share-form" class="stack" @submit=${this.save}>
        <p class="m2">${t('share.why')}</p>
        ${this.troubled()}
        <label class="field"
          ><span class="label">${t('share.with')}</span>
          <select
            class="in"
            @change=${(event: Event) => (this.with = (event.target as HTMLSelectElement).value as 'unit')}
          >
            <option value="unit" ?selected=${this.with === 'unit'}>${t('share.with.unit')}</option>
            <option value="account" ?selected=${this.with === 'account'}>${t('share.with.account')}</option>
          </select></label
        >
        ${this.with === 'unit' ? this.unit(partners) : this.account()}
        <label class="field"
          ><span class="label">${t('share.until')}</span
          ><input
            class="in"
            type="date"
            name="until"
            required
            min=${today()}
            max=${addDays(today(), LONGEST_DAYS)}
            .value=${addDays(today(), USUAL_DAYS)}
        /></label>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${close}>${t('follow.cancel')}</button
        ><button
          class="btn primary"
          type="submit"
          form="share-form"
          ?disabled=${this.busy || (this.with === 'unit' && partners.length === 0)}
        >
          ${icon('share-2')}${t('share.do')}
        </button>`}
      @close=${close}
    ></vaksam-dialog>`;
  }

  private unit(partners: Unit[]): unknown {
    if (partners.length === 0) return note('warn', 'network', t('share.unit.none'));
    return html`<label class="field"
      ><span class="label">${t('share.unit')}</span>
      <select class="in" name="unit" required>
        ${partners.map(({ id, name }) => html`<option value=${id}>${label(name)}</option>`)}
      </select></label
    >`;
  }

  private account(): unknown {
    return html`<label class="field"
      ><span class="label">${t('share.account')}</span
      ><input class="in" name="account" required maxlength="100" autocomplete="off" autocapitalize="none"
    /></label>`;
  }

  private readonly open = async (): Promise<void> => {
    this.partners = (await get<Page<Unit>>('units')).items.filter(({ type }) => type === 'external-partner');
  };

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    void this.attempt(async () => {
      await post('shares', { ...given, record: this.record.id });
      this.partners = null;
      toast(t('share.done'));
      await this.load();
    });
  };

  private async withdraw(party: string): Promise<void> {
    await remove(`shares/${this.record.id}/${party}`);
    toast(t('share.withdrawn'));
    await this.load();
  }

  private async load(): Promise<void> {
    this.shares = (await get<{ items: Share[] }>(`shares?record=${this.record.id}`)).items;
  }
}

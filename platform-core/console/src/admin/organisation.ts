import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Details, Hit, UnitRow } from '../api/types/organisation';
import { label, number, t } from '../i18n/i18n';
import { today } from '../i18n/time';
import { empty } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { place, query } from '../shell/router';
import { may } from '../shell/session';
import type { UnitDetail } from './unitdetail';
import type { UnitDeed } from './unitdialog';
import type { UnitTree } from './unittree';
import './unitdetail';
import './unitdialog';
import './unitimport';
import './unittree';

const PAUSE = 150;
const HITS = 50;

/** The organisation as it was, is and will be: search, tree, one unit, and what is done to it. */
@customElement('vaksam-organisation')
export class Organisation extends Trying {
  @state() private hits: { items: Hit[]; total: number } | null = null;
  @state() private details: Details | null = null;
  @state() private deed: UnitDeed | 'import' | null = null;
  private timer = 0;
  private asked = 0;

  protected override stores = () => [place];

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('organisation.title'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get day(): string {
    return place.value.query.get('on') ?? today();
  }

  private get chosen(): string {
    return place.value.query.get('unit') ?? '';
  }

  protected override render(): unknown {
    const allowed = may('platform:organisation:manage');
    return html`<div class="page organisation">
        <div class="head">
          <div>
            <h1>${t('organisation.title')}</h1>
            <p class="m2">${t('organisation.why')}</p>
          </div>
        </div>
        ${this.tools(allowed)} ${this.troubled()}
        <div class="organisation-panes ${this.chosen ? 'has-unit' : ''}">
          <div class="pane">
            ${this.hits ? this.found(this.hits) : nothing}
            <vaksam-unit-tree
              ?hidden=${this.hits !== null}
              .day=${this.day}
              .chosen=${this.chosen}
              .reveal=${this.details?.above.map(({ id }) => id) ?? []}
              @chosen=${(event: CustomEvent<string>) => this.choose(event.detail)}
            ></vaksam-unit-tree>
          </div>
          <div class="pane">${this.side(allowed)}</div>
        </div>
      </div>
      ${this.dialog()}`;
  }

  private side(allowed: boolean): unknown {
    return this.chosen
      ? html`<vaksam-unit-detail
          .unit=${this.chosen}
          .day=${this.day}
          ?allowed=${allowed}
          @loaded=${(event: CustomEvent<Details>) => (this.details = event.detail)}
          @deed=${(event: CustomEvent<UnitDeed>) => (this.deed = event.detail)}
        ></vaksam-unit-detail>`
      : empty('building', t('organisation.choose'), t('organisation.choose.why'));
  }

  private tools(allowed: boolean): unknown {
    const file = (format: string) => `/api/organisation/export?format=${format}&on=${this.day}`;
    return html`<div class="row wrap organisation-tools">
      <label class="with-i"
        >${icon('search')}<input
          class="in"
          type="search"
          placeholder=${t('organisation.search')}
          aria-label=${t('organisation.search')}
          @input=${this.typed}
      /></label>
      <label class="row tight"
        ><span class="m2">${t('organisation.day')}</span
        ><input
          class="in"
          type="date"
          .value=${this.day}
          @change=${(event: Event) => this.show((event.target as HTMLInputElement).value)}
      /></label>
      <span class="push row wrap">
        <a class="btn sm" href=${file('csv')} download>${icon('download')}CSV</a>
        <a class="btn sm" href=${file('xlsx')} download>${icon('download')}XLSX</a>
        ${
          allowed
            ? html`<button class="btn sm" type="button" @click=${() => (this.deed = 'import')}>
                  ${icon('file-up')}${t('organisation.import')}</button
                ><button class="btn sm primary" type="button" @click=${() => (this.deed = 'new')}>
                  ${icon('plus')}${t('organisation.new')}
                </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  private found({ items, total }: { items: Hit[]; total: number }): unknown {
    return html`<p class="m2 s" role="status">${t('organisation.found', { n: total })}</p>
      <ul class="unit-hits">
        ${items.map(
          ({ unit, above }) =>
            html`<li>
              <button
                class="link"
                type="button"
                aria-current=${unit.id === this.chosen}
                @click=${() => this.choose(unit.id)}
              >
                <b class="b">${label(unit.name)}</b> <span class="m s">${unit.code}</span>
                <span class="m2 s">${above.map(({ name }) => label(name)).join(' › ')}</span>
              </button>
            </li>`,
        )}
        ${total > items.length ? html`<li class="m2 s">${t('organisation.refine', { n: number(total - items.length) })}</li>` : nothing}
      </ul>`;
  }

  private readonly typed = (event: Event): void => {
    const words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(words), PAUSE);
  };

  private async search(words: string): Promise<void> {
    const mine = ++this.asked;
    if (!words) {
      this.hits = null;
      return;
    }
    await this.attempt(async () => {
      const parameters = new URLSearchParams({ q: words, on: this.day, limit: String(HITS) });
      const hits = await get<{ items: Hit[]; total: number }>(`units/search?${parameters.toString()}`);
      if (mine === this.asked) this.hits = hits;
    });
  }

  private choose(unit: string): void {
    if (this.chosen !== unit) this.details = null;
    query({ unit });
  }

  private show(day: string): void {
    this.hits = null;
    query({ on: day === today() ? '' : day });
  }

  private dialog(): unknown {
    const leave = () => (this.deed = null);
    if (this.deed === 'import')
      return html`<vaksam-unit-import @close=${leave} @done=${() => void this.done()}></vaksam-unit-import>`;
    return this.deed
      ? html`<vaksam-unit-dialog
          .deed=${this.deed}
          .at=${this.details}
          @close=${leave}
          @done=${(event: CustomEvent<UnitRow>) => void this.done(event.detail)}
        ></vaksam-unit-dialog>`
      : nothing;
  }

  private async done(unit?: UnitRow): Promise<void> {
    this.deed = null;
    if (unit) this.choose(unit.id);
    await this.querySelector<UnitTree>('vaksam-unit-tree')?.refresh();
    await this.querySelector<UnitDetail>('vaksam-unit-detail')?.refresh();
  }
}

import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { file, post } from '../api/client';
import type { PersonFindings, PersonPlace, PersonSource, Sought } from '../api/types/persons';
import { label, number, t } from '../i18n/i18n';
import { empty, note, noteOf, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import { fieldName } from '../record/process';
import { may } from '../shell/session';
import { deedOf } from './deeds';
import type { Erasures } from './erasures';
import './erasures';
import './erasing';

/** Where a person can be besides the fields of forms. */
const elsewhere: Record<string, () => string> = {
  createdBy: () => t('persons.in.created'),
  updatedBy: () => t('persons.in.updated'),
  source: () => t('persons.in.source'),
  username: () => t('persons.in.username'),
  name: () => t('persons.in.name'),
  email: () => t('persons.in.email'),
  id: () => t('persons.in.account'),
};

/** Where in a place a person was found, in words. */
const whereIn = (found: string[], journal: boolean) =>
  found.map((one) => (journal ? deedOf(one) : (elsewhere[one]?.() ?? fieldName(one, undefined)))).join(', ');

/** Who is meant, as it was typed: one of the words on each line. */
export function soughtOf(account: string, lines: string): Sought {
  const words = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return { ...(account.trim() ? { account: account.trim() } : {}), words };
}

/** One person over all areas: found, handed out, erased. */
@customElement('vaksam-persons')
export class PersonsPage extends View {
  @state() private findings: PersonFindings | null = null;
  @state() private leave: ReadonlySet<string> = new Set();
  @state() private trouble: unknown = null;
  @state() private busy = false;
  @state() private asking = false;
  @query('vaksam-erasures') private readonly erasures?: Erasures;
  private sought: Sought = { words: [] };

  override connectedCallback(): void {
    super.connectedCallback();
    this.entitle(t('nav.persons'));
  }

  protected override render(): unknown {
    return html`<div class="page admin-page">
        <h1>${t('nav.persons')}</h1>
        <p class="m2">${t('persons.why')}</p>
        ${this.form()} ${this.trouble ? noteOf(this.trouble) : nothing}
        ${this.busy ? skeleton(4) : this.findings ? this.found(this.findings) : nothing}
        ${may('platform:persons:erase') ? html`<vaksam-erasures></vaksam-erasures>` : nothing}
      </div>
      ${
        this.asking
          ? html`<vaksam-erasing
              .places=${this.taken().length}
              @leave=${() => (this.asking = false)}
              @agree=${() => void this.erase()}
            ></vaksam-erasing>`
          : nothing
      }`;
  }

  private form(): unknown {
    return html`<form class="stack sec" autocomplete="off" @submit=${this.search}>
      <label class="field"
        ><span class="label">${t('persons.words')}</span
        ><textarea class="in" name="words" rows="3" maxlength="2000" aria-describedby="words-why"></textarea
        ><span class="s m" id="words-why">${t('persons.words.why')}</span></label
      >
      <label class="field"
        ><span class="label">${t('persons.account')}</span><input class="in" name="account" maxlength="200"
      /></label>
      <div class="row">
        <button class="btn primary" type="submit" ?disabled=${this.busy}>
          ${icon('search')}${t('persons.search')}
        </button>
      </div>
    </form>`;
  }

  private found({ missing, sources }: PersonFindings): unknown {
    const shown = sources.filter(({ items, hidden }) => items.length + hidden);
    const taken = this.taken().length;
    return html`${
      missing.length ? note('warn', 'triangle-alert', t('persons.missing', { names: missing.join(', ') })) : nothing
    }
    ${
      shown.length
        ? html`${shown.map((source) => this.source(source))}
            <div class="row wrap sec">
              <button class="btn" type="button" @click=${() => void this.fetch()}>
                ${icon('download')}${t('persons.export')}
              </button>
              ${
                may('platform:persons:erase')
                  ? html`<button
                      class="btn danger"
                      type="button"
                      ?disabled=${!taken}
                      @click=${() => (this.asking = true)}
                    >
                      ${icon('trash-2')}${t('persons.erase', { n: number(taken) })}
                    </button>`
                  : nothing
              }
            </div>`
        : empty('search', t('persons.none'), t('persons.none.why'))
    }`;
  }

  private source({ name, title, items, hidden, more }: PersonSource): unknown {
    return html`<section class="sec" aria-labelledby=${`from-${name}`}>
      <header>
        <h2 id=${`from-${name}`}>${label(title)} <span class="m">${number(items.length)}</span></h2>
      </header>
      <ul class="lines wraps">
        ${items.map((place) => this.place(place, name))}
      </ul>
      ${hidden ? note('warn', 'eye-off', t('persons.hidden', { n: number(hidden) })) : nothing}
      ${more ? html`<p class="s m">${t('persons.more')}</p>` : nothing}
    </section>`;
  }

  private place(place: PersonPlace, source: string): unknown {
    const { id, area, label: name, title, found, dormant, secret, kept } = place;
    const marks = [dormant ? t('persons.dormant') : '', secret ? t('persons.secret') : ''].filter(Boolean);
    const journal = source === 'journal';
    return html`<li>
      ${
        kept
          ? icon('lock-keyhole')
          : html`<input
              class="box"
              type="checkbox"
              aria-label=${t('persons.take', { label: name })}
              .checked=${!this.leave.has(id)}
              @change=${() => this.toggle(id)}
            />`
      }
      <div class="grow">
        <p class="breaks">
          ${source === 'accounts' ? nothing : html`<b class="mono">${name}</b>`}
          ${journal ? t('persons.entries', { n: title }) : title}
        </p>
        <p class="s m breaks">
          ${[label(area), t('persons.in', { found: whereIn(found, journal) }), ...marks].join(' · ')}
        </p>
        ${kept ? html`<p class="s m2 breaks">${label(kept)}</p>` : nothing}
      </div>
    </li>`;
  }

  private taken(): PersonPlace[] {
    return (this.findings?.sources ?? [])
      .flatMap(({ items }) => items)
      .filter(({ id, kept }) => !kept && !this.leave.has(id));
  }

  private toggle(id: string): void {
    const leave = new Set(this.leave);
    if (!leave.delete(id)) leave.add(id);
    this.leave = leave;
  }

  private readonly search = (event: SubmitEvent): void => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    this.sought = soughtOf(String(given.get('account')), String(given.get('words')));
    void this.attempt(this.find);
  };

  private readonly find = async (): Promise<void> => {
    this.findings = null;
    this.leave = new Set();
    this.findings = await post<PersonFindings>('persons/search', this.sought);
  };

  private fetch(): Promise<void> {
    return this.attempt(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await file('persons/export', this.sought));
      link.download = 'person.zip';
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  private erase(): Promise<void> {
    this.asking = false;
    return this.attempt(async () => {
      await post('persons/erasures', { ...this.sought, hash: this.findings?.hash, leave: [...this.leave] });
      this.findings = null;
      toast(t('persons.started'));
      await this.erasures?.load();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
      this.trouble = null;
    } catch (caught) {
      this.trouble = caught;
    }
    this.busy = false;
  }
}

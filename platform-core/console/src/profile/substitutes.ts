import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post, remove } from '../api/client';
import { t } from '../i18n/i18n';
import { shortDay, today } from '../i18n/time';
import { skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { Trying } from '../kit/trying';
import { me } from '../shell/session';

interface Substitute {
  id: string;
  absent: { id: string; name: string };
  substitute: { id: string; name: string };
  from: string;
  to: string;
}

/** Who stands in for oneself, and for whom one stands in. */
@customElement('vaksam-substitutes')
export class Substitutes extends Trying {
  @state() private all: Substitute[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(this.load);
  }

  protected override render(): unknown {
    const day = (name: string, title: string) =>
      html`<label class="field"
        ><span class="label">${title}</span><input class="in" type="date" name=${name} min=${today()} required
      /></label>`;
    return html`<section class="sec" aria-labelledby="substitutes-title">
      <header><h2 id="substitutes-title">${t('substitutes.title')}</h2></header>
      <p class="m2">${t('substitutes.why')}</p>
      ${this.troubled()}
      ${
        this.all
          ? html`<ul class="sessions">
              ${this.all.map((one) => this.line(one))}
            </ul>`
          : skeleton(1)
      }
      <form class="inline-form" @submit=${this.add}>
        <label class="field"
          ><span class="label">${t('substitutes.who')}</span
          ><input class="in" name="substitute" maxlength="100" autocomplete="off" autocapitalize="none" required
        /></label>
        ${day('from', t('substitutes.from'))} ${day('to', t('substitutes.to'))}
        <button class="btn" type="submit">${icon('user-plus')}${t('substitutes.add')}</button>
      </form>
    </section>`;
  }

  private line({ id, absent, substitute, from, to }: Substitute): unknown {
    const mine = absent.id === me()?.id;
    const words = mine ? t('substitutes.mine', { name: substitute.name }) : t('substitutes.for', { name: absent.name });
    return html`<li>
      ${icon('users-round')}<span class="grow"
        ><b class="b">${words}</b><span class="m2 s">${shortDay(from)} – ${shortDay(to)}</span></span
      >
      ${
        mine
          ? html`<button
              class="btn quiet icon sm"
              type="button"
              aria-label=${t('substitutes.remove', { name: substitute.name })}
              @click=${() => void this.work(() => remove(`profile/substitutes/${id}`))}
            >
              ${icon('trash-2')}
            </button>`
          : ''
      }
    </li>`;
  }

  private readonly add = (event: SubmitEvent): void => {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    void this.work(async () => {
      await post('profile/substitutes', Object.fromEntries(new FormData(element)));
      element.reset();
    });
  };

  private readonly load = async (): Promise<void> => {
    this.all = (await get<{ items: Substitute[] }>('profile/substitutes')).items;
  };

  private work(deed: () => Promise<unknown>): Promise<boolean> {
    return this.attempt(async () => {
      await deed();
      await this.load();
    });
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api/client';
import { t } from '../i18n/i18n';
import { note } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { listTitle, type Found } from '../shell/areas';
import { place } from '../shell/router';
import { followable } from './followable';
import '../kit/dialog';

/** Follows the list as it is filtered now. */
@customElement('vaksam-follow-view')
export class FollowView extends Trying {
  @property({ attribute: false }) found!: Found;
  @state() private open = false;

  protected override stores = () => [place];

  protected override render(): unknown {
    return html`<button
        class="btn quiet icon sm"
        type="button"
        aria-label=${t('follow.view')}
        title=${t('follow.view')}
        @click=${() => (this.open = true)}
      >
        ${icon('bell')}
      </button>
      ${this.open ? this.dialog() : nothing}`;
  }

  private dialog(): unknown {
    const { cannot } = followable(place.value.query);
    const close = () => {
      this.open = false;
      this.trouble = null;
    };
    return html`<vaksam-dialog
      heading=${t('follow.view')}
      .body=${html`<form id="follow-view" class="stack" @submit=${this.save}>
        <p class="m2">${t('follow.view.why')}</p>
        ${cannot.length ? note('warn', 'filter-x', t('follow.view.cannot', { names: cannot.join(', ') })) : nothing}
        ${this.troubled()}
        <label class="field"
          ><span class="label">${t('follow.view.name')}</span
          ><input class="in" name="name" maxlength="200" required .value=${listTitle(this.found)} autocomplete="off"
        /></label>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${close}>${t('follow.cancel')}</button
        ><button class="btn primary" type="submit" form="follow-view" ?disabled=${this.busy || cannot.length > 0}>
          ${icon('bell')}${t('follow.do')}
        </button>`}
      @close=${close}
    ></vaksam-dialog>`;
  }

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name'));
    const { filters } = followable(place.value.query);
    void this.attempt(async () => {
      await post('subscriptions/views', { name, type: this.found.record.type, filters });
      this.open = false;
      toast(t('follow.view.done', { name }));
    });
  };
}

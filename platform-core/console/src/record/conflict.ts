import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { View } from '../kit/view';
import { valueOf, type FormField } from './fields';
import { shown } from './shown';
import '../kit/dialog';

/** What to do when two people have changed the same value: `back` leaves both as they are. */
export type Choice = 'mine' | 'theirs' | 'back';

/** Two people changed the same thing: both versions side by side. Says which is chosen. */
@customElement('vaksam-conflict')
export class Conflict extends View {
  @property({ attribute: false }) field!: FormField;
  @property({ attribute: false }) mine: unknown = null;
  @property({ attribute: false }) now!: RecordDoc;
  @property({ attribute: false }) choose: (choice: Choice) => void = () => undefined;

  protected override render(): unknown {
    const who = this.now.updatedBy?.name ?? t('history.platform');
    return html`<vaksam-dialog
      heading=${t('conflict.title', { who })}
      .body=${html`<p class="m2">${t('conflict.why', { who, time: moment(this.now.updatedAt) })}</p>
        <dl class="versions">
          <div>
            <dt>${t('conflict.theirs')}</dt>
            <dd>${shown(this.field, valueOf(this.now, this.field))}</dd>
          </div>
          <div>
            <dt>${t('conflict.mine')}</dt>
            <dd>${shown(this.field, this.mine)}</dd>
          </div>
        </dl>
        <p class="s m">${t('conflict.field', { what: label(this.field.label) })}</p>`}
      .buttons=${html`<button class="btn" type="button" @click=${() => this.choose('theirs')}>
          ${t('conflict.keep.theirs')}</button
        ><button class="btn primary" type="button" @click=${() => this.choose('mine')}>
          ${t('conflict.keep.mine')}
        </button>`}
      @close=${() => this.choose('back')}
    ></vaksam-dialog>`;
  }
}

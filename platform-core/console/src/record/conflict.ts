import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { View } from '../kit/view';
import { valueOf, type FormField } from './fields';
import { shown } from './shown';
import '../kit/dialog';

/** Two people changed the same thing: both versions side by side. Sends `mine` or `theirs`. */
@customElement('vaksam-conflict')
export class Conflict extends View {
  @property({ attribute: false }) field!: FormField;
  @property({ attribute: false }) mine: unknown = null;
  @property({ attribute: false }) now!: RecordDoc;

  protected override render(): unknown {
    const who = this.now.updatedBy?.name ?? t('history.platform');
    const send = (choice: string) => this.dispatchEvent(new CustomEvent(choice));
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
      .buttons=${html`<button class="btn" type="button" @click=${() => send('theirs')}>
          ${t('conflict.keep.theirs')}</button
        ><button class="btn primary" type="button" @click=${() => send('mine')}>${t('conflict.keep.mine')}</button>`}
      @close=${() => send('theirs')}
    ></vaksam-dialog>`;
  }
}

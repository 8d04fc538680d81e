import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Preview } from '../api/types/organisation';
import { t } from '../i18n/i18n';
import { today } from '../i18n/time';
import { TableImport } from '../kit/tableimport';
import { previewOf } from './reorganisation';

/** A table of units, which holds from a day and may be the whole organisation. */
@customElement('vaksam-unit-import')
export class UnitImport extends TableImport<Preview> {
  @state() private day = today();
  @state() private whole = false;

  protected override words = () => ({
    heading: t('organisation.import.title'),
    why: t('organisation.import.why'),
    done: t('organisation.import.done'),
  });

  protected override address = (look: boolean) =>
    `organisation/import?${new URLSearchParams({ on: this.day, whole: String(this.whole), preview: String(look) })}`;

  protected override previewOf = previewOf;

  protected override more(): unknown {
    return html`<label class="field"
        ><span class="label">${t('organisation.from')}</span
        ><input
          class="in"
          type="date"
          .value=${this.day}
          required
          @change=${(event: Event) => {
            this.day = (event.target as HTMLInputElement).value || today();
            this.forget();
          }}
      /></label>
      <label class="switch"
        ><input
          type="checkbox"
          .checked=${this.whole}
          @change=${(event: Event) => {
            this.whole = (event.target as HTMLInputElement).checked;
            this.forget();
          }}
        />${t('organisation.import.whole')}</label
      >`;
  }
}

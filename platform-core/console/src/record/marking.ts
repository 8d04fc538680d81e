import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { patch } from '../api/client';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import type { Ground } from '../api/types/secrecy';
import { label, t } from '../i18n/i18n';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { formField } from './fields';
import { groundList, grounds } from './grounds';
import '../kit/dialog';

const LEVELS = ['open', 'internal', 'restricted'] as const;
const HEADER = ['title', 'description', 'asset', 'place', 'occurredAt', 'occurredUntil', 'category', 'severity'];

/** Sets and lifts the secrecy of a record and of what is in it, with a reason. Sends `saved` or `close`. */
@customElement('vaksam-marking')
export class Marking extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) kind: KindDefinition | undefined;
  @property() address = '';
  @state() private level: string = '';
  @state() private marks: Record<string, string | null> = {};
  @state() private choices: Ground[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.level = this.record.secrecy;
    this.marks = { ...this.record.secretFields };
    void grounds().then((all) => (this.choices = all));
  }

  protected override render(): unknown {
    return html`<vaksam-dialog
      look="wide"
      heading=${t('secrecy.change')}
      .body=${html`<form id="marking-form" class="stack" novalidate @submit=${this.save}>
        ${this.troubled()} ${groundList('grounds', this.choices)}
        <label class="field"
          ><span class="label">${t('secrecy.level')}</span
          ><select class="in" @change=${(event: Event) => (this.level = (event.target as HTMLSelectElement).value)}>
            ${LEVELS.map((level) => html`<option value=${level} ?selected=${level === this.level}>${t(`secrecy.${level}`)}</option>`)}
          </select></label
        >
        ${
          this.level === 'restricted'
            ? html`<label class="field"
                ><span class="label">${t('secrecy.ground')}</span
                ><input
                  class="in"
                  name="ground"
                  list="grounds"
                  maxlength="200"
                  .value=${this.record.secrecyGround ?? ''}
                /><span class="hint">${t('secrecy.ground.hint')}</span></label
              >`
            : nothing
        }
        <fieldset class="field">
          <legend class="label">${t('secrecy.fields')}</legend>
          <p class="hint">${t('secrecy.fields.hint')}</p>
          ${[...HEADER, ...(this.kind?.fields ?? []).map(({ id }) => id)].map((id) => this.line(id))}
        </fieldset>
        <label class="field"
          ><span class="label">${t('secrecy.reason')}</span
          ><textarea class="in" name="reason" rows="2" maxlength="2000"></textarea>
        </label>
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="marking-form">${t('action.save')}</button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private line(id: string): unknown {
    const name = label(formField(id, this.kind)?.label) || id;
    const ground = this.marks[id];
    const marked = typeof ground === 'string';
    const set = (to: string | null) => (this.marks = { ...this.marks, [id]: to });
    return html`<div class="mark-line">
      <label class="row"
        ><input
          class="box"
          type="checkbox"
          .checked=${marked}
          @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? '' : null)}
        />${name}</label
      >
      ${
        marked
          ? html`<input
              class="in"
              list="grounds"
              maxlength="200"
              aria-label="${t('secrecy.ground')}: ${name}"
              placeholder=${t('secrecy.ground')}
              .value=${ground}
              @input=${(event: InputEvent) => set((event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
    </div>`;
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const secret = this.level === 'restricted';
    await this.attempt(async () => {
      await patch<RecordDoc>(
        this.address,
        {
          secrecy: this.level,
          ...(secret ? { secrecyGround: form.get('ground') } : {}),
          secretFields: this.marks,
          reason: form.get('reason'),
        },
        `"${this.record.version}"`,
      );
      toast(t('secrecy.saved'));
      this.dispatchEvent(new CustomEvent('saved'));
    });
  };
}

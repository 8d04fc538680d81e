import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../api/client';
import type { Details, Preview, UnitRow } from '../api/types/organisation';
import { label, t } from '../i18n/i18n';
import { today } from '../i18n/time';
import { faultsOf } from '../kit/feedback';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';
import { type Choosable, comboField } from '../record/combobox';
import { findUnits } from '../record/units';
import { previewOf } from './reorganisation';
import { UNIT_TYPES, typeName } from './unittypes';

export type UnitDeed = 'new' | 'change' | 'move' | 'end';

/** Asks what is needed, shows what it would do, and does it. Sends `done` with the unit, or `close`. */
@customElement('vaksam-unit-dialog')
export class UnitDialog extends Trying {
  @property() deed: UnitDeed = 'new';
  /** The unit at hand; a new one comes below it. */
  @property({ attribute: false }) at: Details | null = null;
  @state() private other: Choosable | null = null;
  @state() private preview: Preview | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const above = this.deed === 'new' ? this.at?.unit : this.deed === 'move' ? this.at?.above.at(-1) : undefined;
    if (above) this.other = { id: above.id, name: label(above.name), beside: above.code };
  }

  protected override render(): unknown {
    const name = this.at ? label(this.at.unit.name) : '';
    return html`<vaksam-dialog
      look="wide"
      heading=${t(`organisation.${this.deed}.title`, { name })}
      .body=${html`<form
          id="unit-form"
          class="stack"
          @submit=${(event: SubmitEvent) => void this.submit(event)}
          @input=${() => (this.preview = null)}
        >
          ${this.trouble ? faultsOf(this.trouble) : nothing} ${this.fields()}
        </form>
        ${this.preview ? previewOf(this.preview) : nothing}`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn" type="submit" form="unit-form" name="look" ?disabled=${this.busy}>
          ${t('reorganisation.look')}</button
        ><button
          class="btn primary"
          type="submit"
          form="unit-form"
          name="do"
          ?disabled=${this.busy || this.preview?.possible === false}
        >
          ${t(`organisation.${this.deed}.do`)}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private fields(): unknown {
    if (this.deed === 'move')
      return html`${this.unitField(t('organisation.parent'))} ${this.date('from', t('organisation.from'))}`;
    if (this.deed === 'end')
      return html`<p class="m2">${t('organisation.end.why')}</p>
        ${this.date('last', t('organisation.last'))} ${this.unitField(t('organisation.successor'))}`;
    const unit = this.deed === 'change' ? this.at?.unit : undefined;
    return html`<div class="two">
        ${this.input('name.sv', t('unit.name.sv'), unit?.name.sv)}
        ${this.input('name.en', t('unit.name.en'), unit?.name.en)} ${this.input('code', t('unit.code'), unit?.code)}
        ${this.types(unit)} ${this.input('costCentre', t('unit.costCentre'), unit?.costCentre, false)}
        ${this.input('manager', t('unit.manager.account'), unit?.manager, false)}
        ${this.input('externalKey', t('unit.externalKey'), unit?.externalKey, false)}
        ${this.deed === 'new' ? this.date('validFrom', t('unit.validFrom')) : this.date('from', t('organisation.from'))}
      </div>
      ${this.deed === 'new' ? this.unitField(t('organisation.parent')) : nothing}`;
  }

  private input(name: string, title: string, value: string | null | undefined, required = true): unknown {
    return html`<label class="field"
      ><span class="label">${title}</span
      ><input class="in" name=${name} .value=${value ?? ''} ?required=${required} autocomplete="off" maxlength="200"
    /></label>`;
  }

  private date = (name: string, title: string) =>
    html`<label class="field"
      ><span class="label">${title}</span><input class="in" type="date" name=${name} .value=${today()} required
    /></label>`;

  private types(unit: UnitRow | undefined): unknown {
    const now = unit?.type ?? 'unit';
    const all = UNIT_TYPES.includes(now) ? UNIT_TYPES : [...UNIT_TYPES, now];
    return html`<label class="field"
      ><span class="label">${t('unit.type')}</span
      ><select class="in" name="type">
        ${all.map((type) => html`<option value=${type} ?selected=${type === now}>${typeName(type)}</option>`)}
      </select></label
    >`;
  }

  private unitField(title: string): unknown {
    return comboField('unit-other', title, this.other, findUnits, (to) => {
      this.other = to;
      this.preview = null;
    });
  }

  private body(form: FormData): Record<string, unknown> {
    const text = (name: string) => String(form.get(name) ?? '').trim() || null;
    const other = this.other?.id ?? null;
    if (this.deed === 'move') return { parent: other, from: text('from') };
    if (this.deed === 'end') return { last: text('last'), ...(other ? { successor: other } : {}) };
    return {
      name: { sv: text('name.sv'), en: text('name.en') },
      code: text('code'),
      type: text('type'),
      costCentre: text('costCentre'),
      manager: text('manager'),
      externalKey: text('externalKey'),
      ...(this.deed === 'new' ? { parent: other, validFrom: text('validFrom') } : { from: text('from') }),
    };
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const look = (event.submitter as HTMLButtonElement | null)?.name === 'look';
    const body = this.body(new FormData(event.target as HTMLFormElement));
    const unit = this.at?.unit;
    const path = this.deed === 'new' ? 'units' : `units/${unit?.id ?? ''}${this.deed === 'end' ? '/end' : ''}`;
    const method = this.deed === 'change' || this.deed === 'move' ? 'PATCH' : 'POST';
    const headers: Record<string, string> = this.deed === 'new' ? {} : { 'If-Match': `"${unit?.version ?? 0}"` };
    await this.attempt(async () => {
      const answer = await call<Preview | UnitRow>(`${path}${look ? '?preview=true' : ''}`, { method, body, headers });
      if (look) this.preview = answer.body as Preview;
      else this.finish(answer.body as UnitRow);
    });
  }

  private finish(unit: UnitRow): void {
    toast(t('organisation.saved', { name: label(unit.name) }));
    this.dispatchEvent(new CustomEvent('done', { detail: unit }));
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}

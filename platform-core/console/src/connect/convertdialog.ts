import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get } from '../api/client';
import type { Conversion, OtherRecord, Target } from '../api/types/connection';
import type { KindDefinition, TypeDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { label, t } from '../i18n/i18n';
import { note } from '../kit/feedback';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { definitionsOf, kindOf } from '../record/definitions';
import { newKey } from '../record/draft';

import { body, formField, type FormField, type Values } from '../record/fields';
import { typeNamed } from '../shell/areas';
import { go } from '../shell/router';
import { addressOf } from './other';
import { valueList } from './values';
import '../kit/dialog';
import '../record/field';

/** Makes another record out of one, or gives it another kind, after showing what goes along. Sends `done` and `close`. */
@customElement('vaksam-convert-dialog')
export class ConvertDialog extends Trying {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) kind: KindDefinition | undefined;
  @state() private targets: Target[] = [];
  @state() private how: 'new' | 'kind' = 'new';
  @state() private target = '';
  @state() private plan: Conversion | null = null;
  @state() private definition: TypeDefinition | null = null;
  @state() private values: Values = {};
  private readonly key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      this.targets = (await get<{ items: Target[] }>(`records/${this.record.id}/conversions`)).items;
    });
  }

  private get chosen(): { type: string; kind: string } | null {
    const [type = '', kind = ''] = this.target.split('/');
    return kind ? { type, kind } : null;
  }

  private async look(): Promise<void> {
    this.plan = null;
    const { chosen } = this;
    if (!chosen) return;
    const found = typeNamed(chosen.type);
    await this.attempt(async () => {
      this.definition = found ? await definitionsOf(found) : null;
      const query = new URLSearchParams(chosen).toString();
      const address = this.how === 'new' ? `conversions?${query}` : `kind?kind=${encodeURIComponent(chosen.kind)}`;
      this.plan = await get<Conversion>(`records/${this.record.id}/${address}`);
    });
  }

  protected override render(): unknown {
    return html`<vaksam-dialog
      look="wide"
      heading=${t('convert.title', { number: this.record.number })}
      .body=${html`<form id="convert-form" class="stack" novalidate @submit=${this.send}>
        ${this.troubled()} ${this.choices()}
        <div aria-live="polite">
          ${this.plan ? this.shown(this.plan) : html`<p class="m2">${t('convert.nothing')}</p>`}
        </div>
        ${this.plan && this.how === 'kind' ? this.reason() : nothing}
      </form>`}
      .buttons=${html`<button class="btn" type="button" @click=${this.leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="convert-form" ?disabled=${this.busy || !this.plan}>
          ${t(this.how === 'new' ? 'convert.create' : 'convert.change')}
        </button>`}
      @close=${this.leave}
    ></vaksam-dialog>`;
  }

  private choices(): unknown {
    const { how, record } = this;
    const targets = how === 'new' ? this.targets : this.targets.filter(({ type }) => type === record.type);
    return html`<label class="field"
        ><span class="label">${t('convert.how')}</span
        ><select
          class="in"
          @change=${(event: Event) => {
            this.how = (event.target as HTMLSelectElement).value === 'kind' ? 'kind' : 'new';
            this.target = '';
            void this.look();
          }}
        >
          <option value="new">${t('convert.new')}</option>
          <option value="kind">${t('convert.kind')}</option>
        </select></label
      >
      <label class="field"
        ><span class="label">${t('convert.target')}</span
        ><select
          class="in"
          .value=${this.target}
          @change=${(event: Event) => {
            this.target = (event.target as HTMLSelectElement).value;
            this.values = {};
            void this.look();
          }}
        >
          <option value="">–</option>
          ${targets.map(
            ({ type, title, kinds }) =>
              html`<optgroup label=${label(title)}>
                ${kinds
                  .filter(({ kind }) => how === 'new' || kind !== record.kind)
                  .map(({ kind, title: name }) => html`<option value="${type}/${kind}">${label(name)}</option>`)}
              </optgroup>`,
          )}
        </select></label
      >`;
  }

  private get missing(): FormField[] {
    const kind = kindOf(this.definition, this.plan?.kind ?? '');
    return (this.plan?.missing ?? [])
      .map(({ name }) => formField(name.replace(/^fields\./, ''), kind))
      .filter((field) => field !== null);
  }

  private shown(plan: Conversion): unknown {
    const { missing } = this;
    return html`${
      missing.length
        ? html`<section class="connect-values">
            <h3>${t('convert.missing')}</h3>
            ${missing.map(
              (field) =>
                html`<vaksam-field
                  .field=${field}
                  .value=${this.values[field.id] ?? null}
                  @value=${({ detail }: CustomEvent<unknown>) => (this.values = { ...this.values, [field.id]: detail })}
                ></vaksam-field>`,
            )}
          </section>`
        : nothing
    }
    ${valueList(t('convert.carried'), plan.carried, this.kind)} ${valueList(t('convert.left'), plan.left, this.kind)}
    ${plan.withheld ? note('warn', 'lock-keyhole', t('convert.withheld', { n: plan.withheld })) : nothing}
    ${
      this.how === 'new' && plan.appendix
        ? html`<label class="check"><input type="checkbox" name="appendix" checked /> ${t('convert.appendix')}</label>`
        : nothing
    }`;
  }

  private reason(): unknown {
    return html`<label class="field"
      ><span class="label">${t('link.reason')}</span
      ><input class="in" name="reason" required maxlength="1000" autocomplete="off"
    /></label>`;
  }

  private readonly leave = (): void => void this.dispatchEvent(new CustomEvent('close'));

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { chosen, plan, record } = this;
    if (!chosen || !plan) return;
    const form = new FormData(event.target as HTMLFormElement);
    const fields = (body(this.missing, this.values)['fields'] ?? {}) as Record<string, unknown>;
    const headers = { 'If-Match': `"${record.version}"`, 'Idempotency-Key': this.key };
    const done = await this.attempt(() =>
      this.how === 'new'
        ? this.create({ ...chosen, fields, appendix: !plan.appendix || form.has('appendix') }, headers)
        : this.change({ kind: chosen.kind, fields, reason: form.get('reason') ?? '' }, headers),
    );
    if (done) this.dispatchEvent(new CustomEvent('done'));
  };

  private async create(order: unknown, headers: Record<string, string>): Promise<void> {
    const address = `records/${this.record.id}/conversions`;
    const made = (await call<OtherRecord>(address, { method: 'POST', body: order, headers })).body;
    toast(t('convert.created', { number: made.number }));
    const to = addressOf(made);
    if (to) go(to);
  }

  private async change(order: unknown, headers: Record<string, string>): Promise<void> {
    await call(`records/${this.record.id}/kind`, { method: 'PUT', body: order, headers });
    toast(t('convert.changed'));
  }
}

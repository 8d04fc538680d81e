import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, put, remove } from '../api/client';
import type { KindRule, Rule } from '../api/types/retention';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { full, inWords, ruleOf, spanOf } from './rule';
import '../kit/dialog';

/** How long each kind of records is kept, and the organisation's own decisions; sends `change`. */
@customElement('vaksam-retention-rules')
export class RetentionRules extends Trying {
  @state() private rules: KindRule[] = [];
  @state() private editing: KindRule | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(this.load);
  }

  private readonly load = async (): Promise<void> => {
    this.rules = (await get<{ items: KindRule[] }>('retention/rules')).items;
  };

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="rules-title">
        <header><h2 id="rules-title">${t('retention.rules')}</h2></header>
        <p class="m2">${t('retention.rules.why')}</p>
        ${this.editing ? nothing : this.troubled()}
        <ul class="lines wraps">
          ${this.rules.map((rule) => this.line(rule))}
        </ul>
      </section>
      ${this.editing ? this.dialog(this.editing) : nothing}`;
  }

  private line(one: KindRule): unknown {
    const { title, typeTitle, rule, own, dormant } = one;
    const marks = [own ? t('retention.rule.own') : '', dormant ? t('retention.rule.asleep') : ''].filter(Boolean);
    return html`<li>
      <div class="grow">
        <p><b class="b">${label(title)}</b> <span class="m">${label(typeTitle)}</span></p>
        <p class="s m">${[rule ? inWords(rule) : t('retention.rule.none'), ...marks].join(' · ')}</p>
        ${rule?.ground ? html`<p class="s m breaks">${label(rule.ground)}</p>` : nothing}
      </div>
      <button
        class="btn quiet icon sm"
        type="button"
        aria-label=${t('retention.rule.edit', { kind: label(title) })}
        @click=${() => this.open(one)}
      >
        ${icon('pencil')}
      </button>
    </li>`;
  }

  private open(one: KindRule | null): void {
    this.trouble = null;
    this.editing = one;
  }

  private dialog({ title, rule, own }: KindRule): unknown {
    const leave = () => this.open(null);
    return html`<vaksam-dialog
      heading=${t('retention.rule.edit', { kind: label(title) })}
      .body=${this.form(rule)}
      .buttons=${html`${
          own
            ? html`<button class="btn" type="button" @click=${() => void this.save(null)}>
                ${t('retention.form.reset')}
              </button>`
            : nothing
        }<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="rule-form">${t('action.save')}</button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private form(rule: Rule | null): unknown {
    const span = rule && spanOf(rule.keep);
    const odd = rule && !span;
    const whole = !rule || full(rule);
    const option = (value: string, words: string, chosen: boolean) =>
      html`<option value=${value} ?selected=${chosen}>${words}</option>`;
    const count = (name: 'years' | 'months') =>
      html`<label class="field"
        ><span class="label">${t(`retention.form.${name}`)}</span
        ><input
          class="in"
          type="number"
          name=${name}
          ?required=${name === 'years' && !odd}
          min="0"
          max=${name === 'years' ? 500 : 600}
          .value=${span ? String(span[name]) : ''}
      /></label>`;
    return html`<form id="rule-form" class="stack" @submit=${this.submit}>
      ${this.troubled()} ${count('years')} ${count('months')}
      ${odd ? html`<p class="hint">${t('retention.form.odd', { keep: rule.keep })}</p>` : nothing}
      <label class="field"
        ><span class="label">${t('retention.form.counted')}</span
        ><select class="in" name="rule">
          ${option('full-calendar-years', t('retention.form.full'), whole)}
          ${option('exact', t('retention.form.exact'), !whole)}</select
        ><span class="hint">${t('retention.form.counted.why')}</span></label
      >
      <label class="field"
        ><span class="label">${t('retention.form.from')}</span
        ><select class="in" name="from">
          ${option('closed', t('retention.form.from.closed'), rule?.from !== 'created')}
          ${option('created', t('retention.form.from.created'), rule?.from === 'created')}
        </select></label
      >
      <label class="field"
        ><span class="label">${t('retention.what')}</span
        ><select class="in" name="action">
          ${(['delete', 'anonymise', 'keep'] as const).map((action) =>
            option(action, t(`retention.${action}`), (rule?.action ?? 'delete') === action),
          )}
        </select></label
      >
      <label class="field"
        ><span class="label">${t('retention.form.ground.sv')}</span
        ><input class="in" name="sv" required maxlength="500" .value=${rule?.ground?.sv ?? ''}
      /></label>
      <label class="field"
        ><span class="label">${t('retention.form.ground.en')}</span
        ><input class="in" name="en" required maxlength="500" .value=${rule?.ground?.en ?? ''} /><span class="hint"
          >${t('retention.form.ground.why')}</span
        ></label
      >
    </form>`;
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.save(ruleOf(new FormData(event.target as HTMLFormElement), this.editing?.rule ?? null));
  };

  /** The organisation's own rule, or again that of the definition. */
  private async save(rule: Rule | null): Promise<void> {
    if (!this.editing) return;
    const address = `retention/rules/${this.editing.type}/${this.editing.kind}`;
    if (!(await this.attempt(() => (rule ? put(address, rule) : remove(address))))) return;
    this.open(null);
    toast(t('retention.saved'));
    await this.attempt(this.load);
    this.dispatchEvent(new CustomEvent('change'));
  }
}

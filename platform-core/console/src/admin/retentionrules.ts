import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, put, remove } from '../api/client';
import type { KindRule, Rule } from '../api/types/retention';
import { label, t } from '../i18n/i18n';
import { noteOf } from '../kit/feedback';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import '../kit/dialog';

const YEARS = /^P(\d+)Y$/;

/** A rule in words; periods that are not in years stand as they were written. */
export function inWords({ keep, from, action, rule }: Rule): string {
  if (action === 'keep') return t('retention.keep');
  const years = YEARS.exec(keep)?.[1];
  const period = years && rule !== 'exact' ? t('retention.rule.years', { n: Number(years) }) : keep;
  const words = t(from === 'created' ? 'retention.rule.created' : 'retention.rule.closed', { keep: period });
  return `${words} · ${t(`retention.${action ?? 'delete'}`)}`;
}

/** How long each kind of records is kept, and the organisation's own decisions; sends `change`. */
@customElement('vaksam-retention-rules')
export class RetentionRules extends View {
  @state() private rules: KindRule[] = [];
  @state() private editing: KindRule | null = null;
  @state() private trouble: unknown = null;

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
        ${this.trouble ? noteOf(this.trouble) : nothing}
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
        @click=${() => (this.editing = one)}
      >
        ${icon('pencil')}
      </button>
    </li>`;
  }

  private dialog({ title, rule, own }: KindRule): unknown {
    const leave = () => (this.editing = null);
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
    const years = YEARS.exec(rule?.keep ?? '')?.[1] ?? '10';
    const option = (value: string, words: string, chosen: boolean) =>
      html`<option value=${value} ?selected=${chosen}>${words}</option>`;
    return html`<form id="rule-form" class="stack" @submit=${this.submit}>
      <label class="field"
        ><span class="label">${t('retention.form.years')}</span
        ><input class="in" type="number" name="years" required min="0" max="500" .value=${years}
      /></label>
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
    const given = new FormData(event.target as HTMLFormElement);
    void this.save({
      keep: `P${given.get('years')}Y`,
      from: String(given.get('from')),
      rule: 'full-calendar-years',
      action: given.get('action') as 'delete',
      ground: { sv: String(given.get('sv')), en: String(given.get('en')) },
    });
  };

  /** The organisation's own rule, or again that of the definition. */
  private async save(rule: Rule | null): Promise<void> {
    if (!this.editing) return;
    const address = `retention/rules/${this.editing.type}/${this.editing.kind}`;
    this.editing = null;
    await this.attempt(async () => {
      await (rule ? put(address, rule) : remove(address));
      toast(t('retention.saved'));
      await this.load();
      this.dispatchEvent(new CustomEvent('change'));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.trouble = null;
    } catch (caught) {
      this.trouble = caught;
    }
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Details, Named, Period } from '../api/types/organisation';
import { label, t } from '../i18n/i18n';
import { shortDay } from '../i18n/time';
import { failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { address, place } from '../shell/router';
import type { UnitDeed } from './unitdialog';
import { typeName } from './unittypes';

/** Everything about one unit on a day. Sends `loaded` with the details and `deed` with what the person wants to do. */
@customElement('vaksam-unit-detail')
export class UnitDetail extends View {
  @property() unit = '';
  @property() day = '';
  @property({ type: Boolean }) allowed = false;
  @state() private details: Details | null = null;
  @state() private periods: Period[] = [];
  @state() private problem: unknown = null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('unit') || changed.has('day')) void this.refresh();
  }

  async refresh(): Promise<void> {
    const { unit, day } = this;
    try {
      const [details, history] = await Promise.all([
        get<Details>(`units/${encodeURIComponent(unit)}?on=${day}`),
        get<{ items: Period[] }>(`units/${encodeURIComponent(unit)}/history`),
      ]);
      if (unit !== this.unit || day !== this.day) return;
      this.details = details;
      this.periods = history.items;
      this.problem = null;
      this.dispatchEvent(new CustomEvent('loaded', { detail: details }));
    } catch (caught) {
      this.problem = caught;
    }
  }

  protected override render(): unknown {
    if (this.problem) return failed(this.problem, () => void this.refresh());
    if (!this.details) return skeleton(5);
    const { unit, above, manager, successor } = this.details;
    const fact = (name: string, value: unknown) =>
      html`<dt>${name}</dt>
        <dd>${value || '–'}</dd>`;
    return html`<article class="unit-detail">
      ${above.length ? html`<p class="m2 s">${above.map(({ name }) => label(name)).join(' › ')}</p>` : nothing}
      <h2>${label(unit.name)}</h2>
      ${unit.valid ? nothing : html`<p><span class="badge warn">${t('organisation.absent')}</span></p>`}
      ${this.allowed ? this.buttons() : nothing}
      <dl class="kv">
        ${fact(t('unit.code'), unit.code)} ${fact(t('unit.type'), typeName(unit.type))}
        ${fact(t('unit.manager'), manager?.name)} ${fact(t('unit.costCentre'), unit.costCentre)}
        ${fact(t('unit.validFrom'), unit.validFrom)} ${fact(t('unit.validTo'), unit.validTo)}
        ${successor ? fact(t('unit.successor'), this.link(successor)) : nothing}
        ${fact(t('unit.externalKey'), unit.externalKey)}
      </dl>
      <h3>${t('organisation.history')}</h3>
      <ol class="periods">
        ${this.periods.map((period) => this.period(period))}
      </ol>
    </article>`;
  }

  private link = ({ id, name }: Named) =>
    html`<a href=${address('/admin/organisation', { ...Object.fromEntries(place.value.query), unit: id })}
      >${label(name)}</a
    >`;

  private period({ from, to, name, type, parent, manager, costCentre }: Period): unknown {
    const days = `${from ? shortDay(from) : ''} – ${to ? shortDay(to) : ''}`;
    const more = [typeName(type), manager?.name, costCentre].filter(Boolean).join(', ');
    return html`<li>
      <span class="m2 s num">${from || to ? days : t('organisation.always')}</span>
      <span><b class="b">${label(name)}</b> <span class="m2 s">${more}</span></span>
      ${parent ? html`<span class="m2 s">${t('organisation.below', { name: label(parent.name) })}</span>` : nothing}
    </li>`;
  }

  private buttons(): unknown {
    const button = (deed: UnitDeed, picture: string) =>
      html`<button
        class="btn sm"
        type="button"
        @click=${() => this.dispatchEvent(new CustomEvent('deed', { detail: deed }))}
      >
        ${icon(picture)}${t(`organisation.${deed}`)}
      </button>`;
    return html`<div class="row wrap">
      ${button('change', 'pencil')} ${button('move', 'git-branch')} ${button('end', 'git-merge')}
    </div>`;
  }
}

import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Text } from '../api/types/common';
import type { Keeping } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { address } from '../shell/router';
import { may } from '../shell/session';
import { chooser, words, wrongs } from './inputs';
import { View } from '../kit/view';
import { clean } from './model';
import { Part } from './part';
import { parsePeriod, type PeriodUnit } from './period';
import { periodInWords } from './periodfield';

const UNITS: readonly PeriodUnit[] = ['Y', 'M', 'W', 'D'];
const CREATED = 'created';

/** How long records of the kind are kept, from when, and what is done with them then. */
@customElement('vaksam-retention-designer')
export class RetentionDesigner extends Part {
  protected override render(): unknown {
    const { retention } = this.doc;
    return html`<div class="rules">
      <p class="m2 lede">
        ${t('design.retention.why')}
        ${may('platform:retention:manage') ? html`<a href=${address('/admin/retention')}>${t('nav.retention')}</a>` : nothing}
      </p>
      ${
        retention
          ? this.rule(retention)
          : html`<p class="m2">${t('design.retention.none')}</p>
              ${wrongs(this.faultsAt('retention'))}
              <button class="btn" type="button" @click=${this.add}>${icon('plus')}${t('design.retention.add')}</button>`
      }
    </div>`;
  }

  private get closed(): { id: string; name: string }[] {
    return this.doc.states
      .filter(({ phase }) => phase === 'closed')
      .map(({ id, label: name }) => ({ id, name: label(name) || id }));
  }

  private readonly add = (): void => {
    const from = this.closed[0]?.id ?? CREATED;
    this.change({ ...this.doc, retention: { keep: 'P5Y', from, action: 'delete' } });
    void this.updateComplete.then(async () => {
      const period = this.querySelector<View>('vaksam-period');
      await period?.updateComplete;
      period?.querySelector<HTMLElement>('input')?.focus();
    });
  };

  private readonly forget = (): void => {
    const { retention: _gone, ...doc } = this.doc;
    this.change(doc);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('button')?.focus());
  };

  private set(change: { [name in keyof Keeping]?: Keeping[name] | undefined }, what = ''): void {
    const retention = clean({ ...this.doc.retention, ...change }) as unknown as Keeping;
    this.change({ ...this.doc, retention }, what && `retention.${what}`);
  }

  private rule(rule: Keeping): unknown {
    const states = this.closed;
    const years = parsePeriod(rule.keep)?.unit === 'Y';
    const action = rule.action ?? 'delete';
    return html`<section class="panel pad stack" aria-labelledby="retention-title">
      <div class="row between">
        <h2 id="retention-title">${t(`retention.${action}`)}</h2>
        <button class="btn quiet sm" type="button" @click=${this.forget}>
          ${icon('trash-2')}${t('design.retention.remove')}
        </button>
      </div>
      <p class="m2">
        ${action === 'keep' ? t('design.retention.forever') : html`${t('design.retention.told', { keep: periodInWords(rule.keep), from: this.since(rule.from) })}. ${t(`design.retention.${action}`)}`}
      </p>
      ${wrongs(this.faultsAt('retention'))}
      ${chooser(
        'retention.action',
        t('retention.what'),
        action,
        (['delete', 'anonymise', 'keep'] as const).map((id) => ({ id, name: t(`retention.${id}`) })),
        (id) => this.set({ action: id as Keeping['action'] }),
      )}
      <div class="pair">
        <vaksam-period
          name=${t('design.retention.keep')}
          .units=${UNITS}
          .value=${rule.keep}
          @change=${({ detail }: CustomEvent<string>) => this.keep(detail)}
        ></vaksam-period>
        ${chooser(
          'retention.from',
          t('retention.form.from'),
          rule.from,
          [...states, { id: CREATED, name: t('retention.form.from.created') }],
          (from) => this.set({ from }),
        )}
      </div>
      ${
        years
          ? chooser(
              'retention.rule',
              t('retention.form.counted'),
              rule.rule ?? 'full-calendar-years',
              [
                { id: 'full-calendar-years', name: t('retention.form.full') },
                { id: 'exact', name: t('design.retention.exact') },
              ],
              (id) => this.set({ rule: id as Keeping['rule'] }),
            )
          : nothing
      }
      <div class="pair">
        ${words('retention.ground', 'design.retention.ground', rule.ground, (text) => this.set({ ground: grounded(text) }, 'ground'))}
      </div>
      <p class="hint">${t('retention.form.ground.why')}</p>
    </section>`;
  }

  /** Full calendar years are counted in years only. */
  private keep(keep: string): void {
    const years = parsePeriod(keep)?.unit === 'Y';
    this.set({ keep, ...(years ? {} : { rule: undefined }) }, 'keep');
  }

  private since(from: string): string {
    if (from === CREATED) return t('design.retention.created');
    return label(this.doc.states.find(({ id }) => id === from)?.label) || from;
  }
}

/** A ground without a word is none. */
const grounded = (text: Text): Text | undefined => (text.sv || text.en ? text : undefined);

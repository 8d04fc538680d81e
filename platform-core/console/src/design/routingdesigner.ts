import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Condition } from '../api/types/definition';
import type { Route } from '../api/types/design';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import './conditionbuilder';
import { inWords } from './conditionwords';
import { movers, wrongs } from './inputs';
import { clean, moved, replaced, without } from './model';
import { assignment, partyName, partyTicks, type Assignment } from './parties';
import { Part } from './part';

/** Where new records go: the first rule that holds is taken. */
@customElement('vaksam-routing-designer')
export class RoutingDesigner extends Part {
  protected override render(): unknown {
    const { routing } = this.doc;
    return html`<div class="rules">
      <p class="m2 lede">${t('design.routing.why')}</p>
      <ol class="cards">
        ${routing.map((route, at) => this.rule(route, at))}
      </ol>
      ${routing.length ? nothing : html`<p class="m2">${t('design.routing.none')}</p>`}
      <button
        class="btn"
        type="button"
        @click=${() => this.put([...routing, { assign: { role: this.vocabulary.roles[0]?.id ?? '', for: 'unit' } }])}
      >
        ${icon('plus')}${t('design.routing.add')}
      </button>
    </div>`;
  }

  private put(routing: Route[], what = ''): void {
    this.change({ ...this.doc, routing }, what);
  }

  private rule(route: Route, at: number): unknown {
    const { routing } = this.doc;
    const name = t('design.rule', { n: at + 1 });
    const set = (change: Record<string, unknown>) =>
      this.put(replaced(routing, at, clean({ ...route, ...change }) as Route), `route.${at}`);
    return html`<li class="panel pad">
      <div class="row between">
        <h2>${name}</h2>
        ${movers(name, {
          up: at > 0 ? () => this.put(moved(routing, at, -1)) : null,
          down: at < routing.length - 1 ? () => this.put(moved(routing, at, 1)) : null,
          remove: () => this.put(without(routing, at)),
        })}
      </div>
      <p class="m2">${this.sentence(route)}</p>
      ${wrongs(this.faultsAt(`routing[${at}]`))}
      <h3>${t('design.when')}</h3>
      <vaksam-condition
        .doc=${this.doc}
        .value=${route.when}
        name="${name}, ${t('design.when')}"
        @change=${({ detail }: CustomEvent<Condition | undefined>) => set({ when: detail })}
      ></vaksam-condition>
      ${assignment(`route.${at}.assign`, route.assign as Assignment | undefined, this.vocabulary, (assign) => set({ assign }))}
      ${partyTicks(t('design.notify'), route.notify ?? [], this.vocabulary, (notify) => set({ notify: notify.length ? notify : undefined }))}
    </li>`;
  }

  /** The rule as one sentence. */
  private sentence(route: Route): string {
    const assign = route.assign as Assignment | undefined;
    const who = assign?.role ?? assign?.party;
    const told = route.notify ?? [];
    return [
      t('design.rule.when', { what: inWords(this.doc, route.when) }),
      who ? t('design.rule.assign', { who: partyName(this.vocabulary, who) }) : '',
      told.length
        ? t('design.rule.notify', { who: told.map((one) => partyName(this.vocabulary, one)).join(', ') })
        : '',
    ]
      .filter(Boolean)
      .join(' ');
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Facets } from '../api/types/insight';
import type { RecordDoc } from '../api/types/record';
import type { TypeDefinition } from '../api/types/definition';
import { t } from '../i18n/i18n';
import { shortDay } from '../i18n/time';
import { failed, skeleton } from '../kit/feedback';
import { icon } from '../kit/icon';
import { severity, state as stateOf } from '../kit/marks';
import { View } from '../kit/view';
import { definitionsOf, kindOf } from '../record/definitions';
import { allTypes, listAddress, listTitle, navigation, typeNamed } from '../shell/areas';

const SHOWN = 20;

interface Counts {
  open: number;
  all: number;
}

/** The records of all areas about an asset: a number for each area that has some, and the newest of them. */
@customElement('vaksam-asset-records')
export class AssetRecords extends View {
  @property({ attribute: false }) assetId = '';
  @state() private below = true;
  @state() private records: RecordDoc[] | null = null;
  @state() private counts = new Map<string, Counts>();
  @state() private total = 0;
  @state() private definitions = new Map<string, TypeDefinition>();
  @state() private problem: unknown = null;

  protected override stores = () => [navigation];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('assetId') || changed.has('below')) void this.load();
  }

  private get about(): string {
    return this.below ? `below:${this.assetId}` : this.assetId;
  }

  private async load(): Promise<void> {
    const about = encodeURIComponent(this.about);
    try {
      const [page, all, open] = await Promise.all([
        get<{ items: RecordDoc[]; total: number }>(
          `assets/${this.assetId}/records?below=${this.below}&limit=${SHOWN}&sort=-occurredAt`,
        ),
        get<Facets>(`insight/facets?fields=type&asset=${about}`),
        get<Facets>(`insight/facets?fields=type&asset=${about}&phase=open`),
      ]);
      const opened = new Map((open.facets['type'] ?? []).map(({ key, count }) => [key, count]));
      this.counts = new Map(
        (all.facets['type'] ?? []).map(({ key, count }) => [key, { all: count, open: opened.get(key) ?? 0 }]),
      );
      this.records = page.items;
      this.total = page.total;
      this.problem = null;
      await this.define(page.items);
    } catch (caught) {
      this.problem = caught;
    }
  }

  private async define(records: RecordDoc[]): Promise<void> {
    const found = [...new Set(records.map(({ type }) => type))].flatMap((type) => typeNamed(type) ?? []);
    const read = await Promise.all(found.map(async (one) => [one.record.type, await definitionsOf(one)] as const));
    this.definitions = new Map(read);
  }

  protected override render(): unknown {
    return html`<section class="sec" aria-labelledby="records-title">
      <header>
        <h2 id="records-title">${t('asset.records')}</h2>
        <label class="check push"
          ><input
            type="checkbox"
            .checked=${this.below}
            @change=${(event: Event) => (this.below = (event.target as HTMLInputElement).checked)}
          />${t('asset.records.below')}</label
        >
      </header>
      ${this.problem ? failed(this.problem, () => void this.load()) : this.records ? this.content(this.records) : skeleton(4)}
    </section>`;
  }

  private content(records: RecordDoc[]): unknown {
    if (this.total === 0) return html`<p class="m2">${t('asset.records.none')}</p>`;
    return html`<ul class="asset-areas">
        ${allTypes()
          .filter(({ record }) => this.counts.has(record.type))
          .map((found) => {
            const { open, all } = this.counts.get(found.record.type)!;
            return html`<li>
              <a class="plain" href=${listAddress(found, { asset: this.about })}>
                <span class="row tight m2">${icon(found.record.icon ?? 'box')}${listTitle(found)}</span>
                <b class="num">${t('asset.records.open', { n: open })}</b>
                <span class="s m2">${t('asset.records.all', { n: all })}</span>
              </a>
            </li>`;
          })}
      </ul>
      <div class="scroll-x" tabindex="0" role="region" aria-label=${t('asset.records')}>
        <table class="grid plain flush">
          <thead>
            <tr>
              <th scope="col">${t('asset.record.what')}</th>
              <th scope="col">${t('asset.status')}</th>
              <th scope="col" class="n">${t('asset.record.when')}</th>
            </tr>
          </thead>
          <tbody>
            ${records.map((record) => this.line(record))}
          </tbody>
        </table>
      </div>
      ${this.total > records.length ? html`<p class="s m2">${t('asset.records.more', { n: this.total - records.length })}</p>` : nothing}`;
  }

  private line(record: RecordDoc): unknown {
    const found = typeNamed(record.type);
    const states = kindOf(this.definitions.get(record.type) ?? null, record.kind)?.states ?? [];
    return html`<tr>
      <td class="t">
        ${
          found
            ? html`<a class="title" href="${listAddress(found)}/${record.number}">${record.title}</a>`
            : html`<span>${record.title}</span>`
        }
        <p class="s m2">
          <span class="id">${record.number}</span> ${record.severity === null ? nothing : severity(record.severity)}
        </p>
      </td>
      <td>${stateOf(record.state, states)}</td>
      <td class="n">${record.occurredAt ? shortDay(record.occurredAt) : ''}</td>
    </tr>`;
  }
}

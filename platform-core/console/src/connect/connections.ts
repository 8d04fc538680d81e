import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { Link, Links, OtherRecord } from '../api/types/connection';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import { assetAddress } from '../asset/register';
import { label, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { counted, FIRST, rest } from '../kit/part';
import { toast } from '../kit/toast';
import { View } from '../kit/view';
import type { Choosable } from '../record/combobox';
import { titleOf } from '../record/withheld';
import { navigation } from '../shell/areas';
import { otherName, standing } from './other';
import './convertdialog';
import './linkdialog';
import './mergedialog';
import './proposals';
import './reason';
import './series';
import '../kit/menu';

/** What a record is connected with and may be, and what can be done with it: series, merging, conversion. Sends `changed`. */
@customElement('vaksam-connections')
export class Connections extends View {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) kind: KindDefinition | undefined;
  @property({ type: Boolean }) editable = false;
  @state() private links: Links | null = null;
  @state() private failed = false;
  @state() private open: 'link' | 'merge' | 'convert' | 'series' | Link | null = null;
  @state() private into: Choosable | null = null;
  @state() private all = false;

  protected override stores = () => [navigation];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.pressed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('record') as RecordDoc | undefined;
    const other = before?.id !== this.record.id || before.version !== this.record.version;
    if (changed.has('record') && other) void this.load(this.record.id);
  }

  private async load(id: string): Promise<void> {
    const links = await get<Links>(`records/${id}/links`).catch(() => null);
    if (id !== this.record.id) return;
    this.links = links;
    this.failed = !links;
    if (links) counted(this, 'connections', this.count(links));
  }

  private count = ({ items, next }: Links) => `${items.length}${next ? '+' : ''}`;

  /** All that is here, then the next page. */
  private readonly more = async (): Promise<void> => {
    const { links } = this;
    if (!this.all || !links?.next) {
      this.all = true;
      return;
    }
    const cursor = encodeURIComponent(links.next);
    const page = await get<Links>(`records/${this.record.id}/links?cursor=${cursor}`).catch(() => null);
    if (links !== this.links) return;
    this.failed = !page;
    if (page) this.links = { ...page, items: [...links.items, ...page.items] };
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const typing = (event.target as HTMLElement).closest?.('input, textarea, select, dialog, [popover]');
    const plain = !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!plain || event.key.toLowerCase() !== 'l' || !this.editable || !this.links) return;
    event.preventDefault();
    this.open = 'link';
  };

  protected override render(): unknown {
    const items = this.links?.items ?? [];
    const shown = this.grouped(items).slice(0, this.all ? items.length : FIRST);
    const hidden = items.length - shown.length;
    const editable = this.editable && !this.record.merged;
    return html`<section class="sec" aria-labelledby="connections-title">
      <header>
        <h2 id="connections-title">
          ${t('link.title')} ${items.length ? html`<span class="count num">${this.count(this.links!)}</span>` : nothing}
        </h2>
        ${editable ? this.deeds() : nothing}
      </header>
      ${this.failed ? html`<p class="m2" role="alert">${t('link.failed')}</p>` : nothing}
      ${this.links && items.length === 0 ? html`<p class="m2">${t('link.none')}</p>` : nothing}
      <ul class="connect">
        ${shown.map((link, at, all) => this.row(link, all[at - 1], editable))}
      </ul>
      ${rest(hidden, hidden > 0 || this.links?.next ? () => void this.more() : null)}
      <vaksam-proposals
        .record=${this.record}
        .relations=${this.links?.relations ?? []}
        ?editable=${editable}
        @changed=${this.changed}
        @merge=${({ detail }: CustomEvent<OtherRecord>) => {
          this.into = { id: detail.id, name: titleOf(detail), beside: detail.number };
          this.open = 'merge';
        }}
      ></vaksam-proposals>
      <vaksam-record-series
        .record=${this.record}
        ?editable=${editable}
        ?naming=${this.open === 'series'}
        @named=${() => (this.open = null)}
      ></vaksam-record-series>
      ${this.dialogs()}
    </section>`;
  }

  /** By relation, in the order in which each came first. */
  private grouped(items: Link[]): Link[] {
    const order = [...new Set(items.map(({ relation }) => relation))];
    return [...items].sort((one, other) => order.indexOf(one.relation) - order.indexOf(other.relation));
  }

  private row(link: Link, before: Link | undefined, editable: boolean): unknown {
    const { record, asset } = link;
    const repeated = before?.relation === link.relation;
    const name = record ? record.number : (asset?.name ?? '');
    return html`<li>
      <span class="m2 ${repeated ? 'connect-same' : ''}">${label(link.label)}</span>
      <span class="connect-what"
        >${record ? otherName(record) : nothing}${
          asset
            ? html`<a class="plain breaks" href=${assetAddress(asset.id)}
                >${icon('box', 'i-s')} <b class="b">${asset.name}</b></a
              >`
            : nothing
        }${link.note ? html`<span class="s m2 breaks">${link.note}</span>` : nothing}</span
      >
      ${record ? standing(record) : html`<span></span>`}
      ${
        editable
          ? html`<button
              class="btn quiet icon sm"
              type="button"
              aria-label=${t('link.remove', { what: name })}
              @click=${() => (this.open = link)}
            >
              ${icon('x')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private deeds(): unknown {
    const item = (open: 'series' | 'merge' | 'convert', drawing: string, words: string) =>
      html`<button
        type="button"
        @click=${() => {
          this.into = null;
          this.open = open;
        }}
      >
        ${icon(drawing)}${words}
      </button>`;
    return html`<div class="row tight">
      <button class="btn quiet sm" type="button" ?disabled=${!this.links} @click=${() => (this.open = 'link')}>
        ${icon('link')}${t('link.connect')}<kbd>L</kbd>
      </button>
      <vaksam-menu
        look="btn quiet icon sm"
        side="end"
        name=${t('link.more')}
        .face=${icon('ellipsis')}
        .items=${html`${item('series', 'layers', t('series.make'))}${item('merge', 'git-merge', `${t('merge.do')} …`)}${item('convert', 'arrow-right-left', t('convert.do'))}`}
      ></vaksam-menu>
    </div>`;
  }

  private dialogs(): unknown {
    const { open, record } = this;
    const close = () => (this.open = null);
    const done = () => {
      this.open = null;
      this.changed();
    };
    if (open === 'link' && this.links)
      return html`<vaksam-link-dialog
        .record=${record}
        .links=${this.links}
        @done=${done}
        @close=${close}
      ></vaksam-link-dialog>`;
    if (open === 'merge')
      return html`<vaksam-merge-dialog
        .record=${record}
        .kind=${this.kind}
        .into=${this.into}
        @done=${done}
        @close=${close}
      ></vaksam-merge-dialog>`;
    if (open === 'convert')
      return html`<vaksam-convert-dialog
        .record=${record}
        .kind=${this.kind}
        @done=${done}
        @close=${close}
      ></vaksam-convert-dialog>`;
    if (open && typeof open === 'object')
      return html`<vaksam-connect-reason
        heading=${t('link.remove.title')}
        deed=${t('link.remove.do')}
        .work=${(reason: string) => remove(`records/${record.id}/links/${open.id}?reason=${encodeURIComponent(reason)}`)}
        @done=${() => {
          toast(t('link.removed'));
          done();
        }}
        @close=${close}
      ></vaksam-connect-reason>`;
    return nothing;
  }

  private readonly changed = (): void => {
    void this.load(this.record.id);
    this.dispatchEvent(new CustomEvent('changed'));
  };
}

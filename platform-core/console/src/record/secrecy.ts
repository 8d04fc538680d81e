import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { KindDefinition } from '../api/types/definition';
import type { RecordDoc } from '../api/types/record';
import type { Release, SecrecyTold } from '../api/types/secrecy';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { secrecyIcon } from '../kit/marks';
import { View } from '../kit/view';
import { formField } from './fields';
import { may } from '../shell/session';
import './marking';
import './release';

/** What is secret in a record, by which provision and who said so; what was released of it. Sends `changed` when it is new. */
@customElement('vaksam-secrecy')
export class SecrecyAside extends View {
  @property({ attribute: false }) record!: RecordDoc;
  @property({ attribute: false }) kind: KindDefinition | undefined;
  @property() address = '';
  @property({ type: Boolean }) editable = false;
  @state() private told: SecrecyTold | null = null;
  @state() private releases: Release[] = [];
  @state() private open: 'marking' | 'release' | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('record') as RecordDoc | undefined;
    const other = before?.id !== this.record.id || before.version !== this.record.version;
    if (changed.has('record') && other) void this.load();
  }

  private async load(): Promise<void> {
    this.told = await get<SecrecyTold>(`${this.address}/secrecy`).catch(() => null);
    if (this.editable)
      this.releases = await get<{ items: Release[] }>(`${this.address}/releases`).then(
        ({ items }) => items,
        () => [],
      );
  }

  protected override render(): unknown {
    const { record } = this;
    return html`<h2>${t('secrecy.title')}</h2>
      <dl class="kv">
        <div>
          <dt>${t('field.secrecy')}</dt>
          <dd>
            <span class="row tight">${secrecyIcon(record.secrecy)}${t(`secrecy.${record.secrecy}`)}</span>
            ${record.secrecy === 'restricted' ? html`<b class="b">${record.secrecyGround || t('secrecy.noground')}</b>${this.by(this.told)}` : nothing}
          </dd>
        </div>
        ${this.told?.fields.map(
          (mark) =>
            html`<div>
              <dt>${label(formField(mark.field, this.kind)?.label) || mark.field}</dt>
              <dd><span class="row tight">${icon('lock-keyhole', 'i-s')}${mark.ground}</span>${this.by(mark)}</dd>
            </div>`,
        )}
      </dl>
      ${this.editable ? this.deeds() : nothing} ${this.releases.length ? this.released() : nothing}
      ${this.open === 'marking' ? this.marking() : nothing} ${this.open === 'release' ? this.releasing() : nothing}`;
  }

  private by(mark: { at: string | null; by: string | null; reason: string | null } | null): unknown {
    if (!mark?.at) return nothing;
    const who = t('secrecy.set', { by: mark.by || t('history.platform'), at: moment(mark.at) });
    return html`<br /><span class="s m">${who}${mark.reason ? `: ${mark.reason}` : ''}</span>`;
  }

  private deeds(): unknown {
    const marks = may(`${this.record.type.replace('.', ':')}:secrecy`);
    return html`<p class="row released">
      ${
        marks
          ? html`<button class="btn sm" type="button" @click=${() => (this.open = 'marking')}>
              ${icon('lock')}${t('secrecy.change')}…
            </button>`
          : nothing
      }
      <button class="btn sm" type="button" @click=${() => (this.open = 'release')}>
        ${icon('file-down')}${t('release.new')}…
      </button>
    </p>`;
  }

  private released(): unknown {
    return html`<h3 class="s">${t('release.list')}</h3>
      <ul class="released">
        ${this.releases.map(
          ({ id, at, by, recipient }) =>
            html`<li class="s">
              <a
                href="/api/${this.address}/releases/${id}"
                download="${this.record.number}.html"
                aria-label=${t('release.download', { at: moment(at) })}
                >${moment(at)}</a
              >
              ${recipient || t('release.anonymous')} <span class="m">${by.name}</span>
            </li>`,
        )}
      </ul>`;
  }

  private marking(): unknown {
    return html`<vaksam-marking
      .record=${this.record}
      .kind=${this.kind}
      address=${this.address}
      @saved=${this.changed}
      @close=${this.close}
    ></vaksam-marking>`;
  }

  private releasing(): unknown {
    return html`<vaksam-release
      .record=${this.record}
      address=${this.address}
      @released=${() => void this.load()}
      @close=${this.close}
    ></vaksam-release>`;
  }

  private readonly close = (): void => {
    this.open = null;
  };

  private readonly changed = (): void => {
    this.close();
    this.dispatchEvent(new CustomEvent('changed'));
  };
}

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, remove } from '../api/client';
import type { Archive } from '../api/types/modules';
import { t } from '../i18n/i18n';
import { bytes } from '../i18n/size';
import { moment } from '../i18n/time';
import { icon } from '../kit/icon';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import { questionDialog } from './question';

/** Where an archive is fetched. */
export const archiveAddress = (name: string) => `/api/modules/archives/${encodeURIComponent(name)}`;

/** What uninstallations with export have left: fetched, or removed. Nothing when there is none. For those who may manage modules. */
@customElement('vaksam-archives')
export class Archives extends Trying {
  /** Only this module's; all when empty. */
  @property() module = '';
  @property({ attribute: false }) titles = new Map<string, string>();
  /** The last operation: another one may have left another archive. */
  @property() stamp = '';
  @state() private archives: Archive[] = [];
  @state() private removing: Archive | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('stamp')) void this.attempt(this.load);
  }

  private readonly load = async (): Promise<void> => {
    this.archives = (await get<{ items: Archive[] }>('modules/archives')).items;
  };

  protected override render(): unknown {
    const shown = this.archives.filter(({ module }) => !this.module || module === this.module);
    if (shown.length === 0 && !this.trouble) return nothing;
    return html`<section class="sec" aria-labelledby="archives-title">
        <header><h2 id="archives-title">${t('archives.title')}</h2></header>
        <p class="m2">${t('archives.why')}</p>
        ${this.troubled()}
        <ul class="lines">
          ${shown.map((archive) => this.line(archive))}
        </ul>
      </section>
      ${this.removing ? this.question(this.removing) : nothing}`;
  }

  private line(archive: Archive): unknown {
    const { name, module, version, exportedAt, bytes: size } = archive;
    return html`<li>
      <div class="grow">
        <p><b class="b">${this.titles.get(module) ?? module}</b> ${version}</p>
        <p class="s m">${moment(exportedAt)}, ${bytes(size)} · <span class="mono breaks">${name}</span></p>
      </div>
      <a class="btn sm" href=${archiveAddress(name)} download=${name} aria-label=${t('archives.fetch.one', { name })}
        >${icon('download')}${t('archives.fetch')}</a
      >
      <button
        class="btn quiet icon sm danger"
        type="button"
        aria-label=${t('archives.remove', { name })}
        @click=${() => (this.removing = archive)}
      >
        ${icon('trash-2')}
      </button>
    </li>`;
  }

  private question({ name, module }: Archive): unknown {
    return questionDialog(
      {
        heading: t('archives.remove.title'),
        why: t('archives.remove.why', { name, title: this.titles.get(module) ?? module }),
        verb: t('archives.remove.do'),
        act: () => void this.removeOne(name),
      },
      () => (this.removing = null),
    );
  }

  private async removeOne(name: string): Promise<void> {
    await this.attempt(async () => {
      await remove(`modules/archives/${encodeURIComponent(name)}`);
      toast(t('archives.removed', { name }));
      await this.load();
    });
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { patch, post } from '../api/client';
import type { Feed, FeedFormat } from '../api/types/feeds';
import { label, t } from '../i18n/i18n';
import { faultsOf } from '../kit/feedback';
import { toast } from '../kit/toast';
import { Trying } from '../kit/trying';
import '../kit/dialog';

const SOURCES = ['folder', 'http', 'rest'] as const;
const HOUR = 3600;

const word = (form: FormData, name: string): string | null => String(form.get(name) ?? '').trim() || null;

/** The form of a feed. Sends `change` when it is stored, `close` when the person leaves it. */
@customElement('vaksam-feed-dialog')
export class FeedDialog extends Trying {
  @property({ attribute: false }) feed: Feed | null = null;
  @property({ attribute: false }) formats: FeedFormat[] = [];
  @state() private source: Feed['source'] = 'folder';

  override connectedCallback(): void {
    super.connectedCallback();
    this.source = this.feed?.source ?? 'folder';
  }

  protected override render(): unknown {
    const { feed } = this;
    const leave = () => this.dispatchEvent(new CustomEvent('close'));
    return html`<vaksam-dialog
      heading=${feed ? t('feeds.change', { name: feed.name }) : t('feeds.add')}
      .body=${this.form(feed)}
      .buttons=${html`<button class="btn" type="button" @click=${leave}>${t('action.cancel')}</button
        ><button class="btn primary" type="submit" form="feed-form" ?disabled=${this.busy}>
          ${t('action.save')}
        </button>`}
      @close=${leave}
    ></vaksam-dialog>`;
  }

  private form(feed: Feed | null): unknown {
    return html`<form id="feed-form" class="stack" @submit=${this.save}>
      ${this.trouble ? faultsOf(this.trouble) : nothing}
      <label class="field"
        ><span class="label">${t('feeds.name')}</span
        ><input class="in" name="name" required maxlength="100" .value=${feed?.name ?? ''} autocomplete="off"
      /></label>
      <label class="field"
        ><span class="label">${t('feeds.format')}</span
        ><select class="in" name="format">
          ${this.formats.map(
            ({ id, title }) => html`<option value=${id} ?selected=${id === feed?.format}>${label(title)}</option>`,
          )}
        </select></label
      >
      <label class="field"
        ><span class="label">${t('feeds.source')}</span
        ><select
          class="in"
          name="source"
          @change=${(event: Event) => (this.source = (event.target as HTMLSelectElement).value as Feed['source'])}
        >
          ${SOURCES.map(
            (source) =>
              html`<option value=${source} ?selected=${source === this.source}>${t(`feeds.source.${source}`)}</option>`,
          )}
        </select></label
      >
      ${this.where(feed)}
      ${
        this.source === 'rest'
          ? nothing
          : html`<label class="field"
              ><span class="label">${t('feeds.every')}</span
              ><input
                class="in"
                name="every"
                type="number"
                required
                min="5"
                max="86400"
                .value=${String(feed?.everySeconds ?? 300)}
            /></label>`
      }
      <label class="field"
        ><span class="label">${t('feeds.silent')}</span
        ><input
          class="in"
          name="silent"
          type="number"
          min="1"
          max="8784"
          .value=${feed?.silentSeconds ? String(Math.ceil(feed.silentSeconds / HOUR)) : ''}
      /></label>
      <label class="field"
        ><span class="label">${t('feeds.unit')}</span
        ><input class="in" name="unit" maxlength="100" .value=${feed?.unit ?? ''} autocomplete="off"
      /></label>
      <label class="check"
        ><input type="checkbox" name="enabled" .checked=${feed?.enabled ?? true} />${t('feeds.enabled')}</label
      >
    </form>`;
  }

  private where(feed: Feed | null): unknown {
    if (this.source === 'rest') return nothing;
    if (this.source === 'folder')
      return html`<label class="field"
        ><span class="label">${t('feeds.folder')}</span
        ><input
          class="in"
          name="folder"
          required
          pattern="[a-z0-9][a-z0-9\\-]{0,59}"
          .value=${feed?.folder ?? ''}
          autocomplete="off"
        /><span class="s m">${t('feeds.folder.help')}</span></label
      >`;
    return html`<label class="field"
      ><span class="label">${t('feeds.address')}</span
      ><input class="in" name="address" type="url" required maxlength="1000" .value=${feed?.address ?? ''}
    /></label>`;
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const silent = Number(form.get('silent'));
    const sent = {
      name: word(form, 'name'),
      format: word(form, 'format'),
      source: this.source,
      folder: word(form, 'folder'),
      address: word(form, 'address'),
      everySeconds: Number(form.get('every')) || null,
      silentSeconds: silent ? silent * HOUR : null,
      unit: word(form, 'unit'),
      enabled: form.get('enabled') === 'on',
    };
    const stored = await this.attempt(() =>
      this.feed ? patch(`feeds/${this.feed.id}`, sent, `"${this.feed.version}"`) : post('feeds', sent),
    );
    if (!stored) return;
    toast(t('feeds.saved'));
    this.dispatchEvent(new CustomEvent('change'));
  };
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ExportFormat } from '../api/types/exports';
import { number, t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { order, parametersOf, save } from './making';
import '../kit/menu';

const PICTURES: Record<ExportFormat, string> = {
  xlsx: 'table-2',
  csv: 'file-text',
  pdf: 'file-check',
  geojson: 'map-pin',
};
const MOST_ON_PAPER = 1_000;

/** A picture that can be saved as it is drawn. */
export interface Drawing {
  name: string;
  draw: (kind: 'png' | 'svg') => Promise<string>;
}

/** What is shown, as a file: says what it will hold before it is made. */
@customElement('vaksam-export')
export class ExportMenu extends View {
  @property() subject: 'list' | 'cube' = 'list';
  /** What the file is called; the platform names it when empty. */
  @property() name = '';
  /** Filters, type and sort; of a cross table its dimensions and measures. */
  @property({ attribute: false }) query = new URLSearchParams();
  /** Ids of the columns that are shown. */
  @property({ attribute: false }) columns: string[] = [];
  @property({ type: Number }) total: number | null = null;
  @property({ attribute: false }) drawing: Drawing | null = null;
  @state() private all = false;

  protected override render(): unknown {
    return html`<vaksam-menu
      side="end"
      look="btn sm icon"
      name=${this.subject === 'list' ? t('exports.export') : `${t('exports.export')}: ${this.name}`}
      panel="menu"
      .face=${icon('download')}
      .items=${this.items()}
    ></vaksam-menu>`;
  }

  private items(): TemplateResult {
    const formats: ExportFormat[] =
      this.subject === 'list' ? ['xlsx', 'csv', 'pdf', 'geojson'] : ['xlsx', 'csv', 'pdf'];
    return html`<h3>${this.what()}</h3>
      ${
        this.subject === 'list'
          ? html`<label class="option"
                ><input
                  class="box"
                  type="checkbox"
                  .checked=${this.all}
                  @change=${(event: Event) => (this.all = (event.target as HTMLInputElement).checked)}
                />${t('exports.allColumns')}</label
              >
              <hr />`
          : nothing
      }
      ${formats.map(
        (format) =>
          html`<button type="button" @click=${() => void this.order(format)}>
            ${icon(PICTURES[format])}${this.label(format)}
          </button>`,
      )}
      ${this.drawing ? this.drawings(this.drawing) : nothing}
      <hr />
      <a href="/console/exports">${icon('download')}${t('exports.mine')}</a>`;
  }

  private drawings(drawing: Drawing): TemplateResult {
    return html`<hr />
      ${(['png', 'svg'] as const).map(
        (kind) =>
          html`<button type="button" @click=${async () => save(await drawing.draw(kind), `${drawing.name}.${kind}`)}>
            ${icon('chart-line')}${t(kind === 'png' ? 'exports.png' : 'exports.svg')}
          </button>`,
      )}`;
  }

  private what(): string {
    if (this.subject === 'cube') return t('exports.figures', { what: this.name });
    return t(this.all ? 'exports.list.all' : 'exports.list', { n: this.total ?? '…' });
  }

  private label(format: ExportFormat): string {
    const tooLong = format === 'pdf' && (this.total ?? 0) > MOST_ON_PAPER;
    return tooLong ? t('exports.pdf.most', { most: number(MOST_ON_PAPER) }) : t(`exports.${format}`);
  }

  private async order(format: ExportFormat): Promise<void> {
    await order({
      subject: this.subject,
      format,
      ...(this.name ? { name: this.name } : {}),
      parameters: parametersOf(this.query),
      ...(this.subject === 'list' ? { columns: this.wanted(format) } : {}),
    });
  }

  /** Nothing stands for all there are; a page has no room for that many. */
  private wanted(format: ExportFormat): string[] {
    return this.all && format !== 'pdf' ? [] : this.columns;
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';
import { measuresOf } from '../record/definitions';
import type { Words } from '../record/filters';
import { MOST_MEASURES } from './asked';
import { howName, HOWS, measure, measureName, pointName, pointsOf, sourceName, sourcesOf } from './measures';
import '../kit/menu';

const TIME = 'time';

/** What is computed: the usual ones to tick, and a form for any other. Sends `changed` with the ids. */
@customElement('vaksam-measures')
export class MeasurePicker extends View {
  @property({ attribute: false }) measures: string[] = [];
  @property({ attribute: false }) dimensions: string[] = [];
  @property({ attribute: false }) words: Words = { type: null, units: [], labels: new Map() };
  @state() private source = TIME;

  protected override render(): unknown {
    const [first = 'count', ...others] = this.measures;
    const name = measureName(measure(first), this.words);
    return html`<vaksam-menu
      look="btn sm"
      panel="menu filter-menu"
      .face=${html`<span class="cut-text"
          >${others.length ? t('measure.more', { first: name, n: others.length }) : t('measure.face', { first: name })}</span
        >${icon('chevron-down', 'i-s')}`}
      .items=${this.panel()}
    ></vaksam-menu>`;
  }

  private usual(): string[] {
    const shares = this.dimensions.length > 1 ? [`share:${this.dimensions[0]}`] : [];
    const numbers = measuresOf(this.words.type).flatMap(({ id }) => [`sum:fields.${id}`, `mean:fields.${id}`]);
    return ['count', 'share', ...shares, 'median:time:created..phase:closed', 'median:age', ...numbers];
  }

  private panel(): unknown {
    const full = this.measures.length >= MOST_MEASURES;
    const all = [...new Set([...this.measures, ...this.usual()])];
    return html`${all.map((id) => {
        const on = this.measures.includes(id);
        return html`<label class="option"
          ><input
            class="box"
            type="checkbox"
            .checked=${on}
            ?disabled=${on ? this.measures.length === 1 : full}
            @change=${() => this.change(on ? this.measures.filter((other) => other !== id) : [...this.measures, id])}
          /><span class="cut-text">${measureName(measure(id), this.words)}</span></label
        >`;
      })}
      <hr />
      ${full ? html`<p class="none">${t('measure.most', { n: MOST_MEASURES })}</p>` : this.form()}`;
  }

  private form(): unknown {
    const { words } = this;
    const points = pointsOf(words.type).map((point) => ({ value: point, name: pointName(point, words) }));
    const select = (name: string, title: string, options: { value: string; name: string }[], chosen = '') =>
      html`<label class="field"
        ><span class="label">${title}</span
        ><select
          class="in"
          name=${name}
          @change=${(event: Event) => name === 'source' && (this.source = (event.target as HTMLSelectElement).value)}
        >
          ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === chosen}>${option.name}</option>`)}
        </select></label
      >`;
    const sources = [
      { value: TIME, name: t('measure.of.time') },
      ...sourcesOf(words.type).map((source) => ({ value: source, name: sourceName(source, words) })),
    ];
    return html`<form class="range" aria-label=${t('measure.own')} @submit=${this.add}>
      ${select(
        'how',
        t('measure.how'),
        HOWS.map((how) => ({ value: how, name: howName(how) })),
        'median',
      )}
      ${select('source', t('measure.of'), sources, this.source)}
      ${
        this.source === TIME
          ? html`${select('from', t('measure.from'), points, 'created')}${select('to', t('measure.to'), points, 'phase:closed')}`
          : nothing
      }
      <button class="btn sm primary" type="submit" data-stay>${t('measure.add')}</button>
    </form>`;
  }

  private readonly add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const said = (name: string) => String(form.get(name) ?? '');
    const source = said('source') === TIME ? `time:${said('from')}..${said('to')}` : said('source');
    const id = `${said('how')}:${source}`;
    if (!this.measures.includes(id)) this.change([...this.measures, id]);
  };

  private change(detail: string[]): void {
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  }
}

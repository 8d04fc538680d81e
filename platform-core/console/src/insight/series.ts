import type { ECharts } from 'echarts/core';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { number } from '../i18n/i18n';
import { View } from '../kit/view';
import { calendarName, daysOf } from '../record/filters';
import { isDated, isHollow, legend, markSize, symbolOf, tick, ticks, tokenOf, type Axis, type Curve } from './curves';

/** Lines over time on a canvas. A stretch that is dragged becomes `chosen` with its first and last day. */
@customElement('vaksam-series')
export class Series extends View {
  @property({ attribute: false }) keys: string[] = [];
  @property({ attribute: false }) curves: Curve[] = [];
  @property() axis: Axis = 'week';
  @property() name = '';
  @property() beforeName = '';
  /** Numbers as they are read; those of the axis too. */
  @property({ attribute: false }) format: (value: number) => string = (value) => number(value);
  /** Counts have no halves on their axis. */
  @property({ attribute: false }) whole = true;
  /** Nothing to choose: what is drawn stays as it is. */
  @property({ type: Boolean }) still = false;
  private chart: ECharts | null = null;
  private drawn = '';
  private readonly sizes = new ResizeObserver(() => (this.chart ? this.chart.resize() : void this.draw()));
  private readonly themes = new MutationObserver(() => void this.draw());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = () => void this.draw();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.observe();
  }

  protected override firstUpdated(): void {
    this.observe();
  }

  private observe(): void {
    this.sizes.observe(this.querySelector('.series')!);
    this.themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.dark.addEventListener('change', this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.themes.disconnect();
    this.dark.removeEventListener('change', this.redraw);
    this.chart?.dispose();
    this.chart = null;
  }

  protected override updated(): void {
    const wanted = JSON.stringify([this.keys, this.curves, this.axis, this.still, this.format(1234.5)]);
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    void this.draw();
  }

  protected override render(): unknown {
    return html`<div class="series ${this.chooses ? '' : 'still'}" role="img" aria-label=${this.name}></div>
      ${legend(this.curves, this.beforeName)}`;
  }

  private get chooses(): boolean {
    return !this.still && isDated(this.axis);
  }

  private async draw(): Promise<void> {
    const { echarts } = await import('./echarts');
    const box = this.querySelector<HTMLElement>('.series');
    if (!box?.isConnected || box.clientWidth === 0) return;
    if (!this.chart) {
      this.chart = echarts.init(box, null, { renderer: 'canvas' });
      this.chart.on('brushEnd', (event) => this.brushed(event as { areas: { coordRange: [number, number] }[] }));
    }
    const style = getComputedStyle(box);
    const colour = (name: string) => {
      const probe = box.ownerDocument.createElement('i');
      probe.style.color = `var(--${name})`;
      box.append(probe);
      const found = getComputedStyle(probe).color;
      probe.remove();
      return found;
    };
    const text = { color: colour('ink-3'), fontFamily: style.fontFamily, fontSize: 11 };
    this.chart.setOption(
      {
        animation: false,
        aria: { enabled: false },
        grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
        tooltip: {
          trigger: 'axis',
          renderMode: 'richText',
          backgroundColor: colour('ink'),
          borderWidth: 0,
          padding: [6, 10],
          textStyle: { color: colour('surface'), fontFamily: style.fontFamily, fontSize: 12 },
          formatter: (points: { dataIndex: number }[]) => this.tip(points[0]?.dataIndex ?? 0),
        },
        xAxis: {
          type: 'category',
          data: this.keys,
          boundaryGap: false,
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: {
            ...text,
            hideOverlap: true,
            interval: ticks(this.axis, this.keys),
            formatter: (key: string, at: number) => tick(this.axis, key, at === 0),
          },
        },
        yAxis: {
          type: 'value',
          minInterval: this.whole ? 1 : 0,
          splitNumber: 4,
          axisLabel: { ...text, formatter: (value: number) => this.format(value) },
          splitLine: { lineStyle: { color: colour('line') } },
        },
        brush: {
          xAxisIndex: 0,
          brushType: 'lineX',
          brushMode: 'single',
          toolbox: [],
          brushStyle: { color: colour('accent-soft'), borderColor: colour('accent'), borderWidth: 1, opacity: 0.5 },
          throttleType: 'debounce',
        },
        series: [...this.befores(colour), ...this.lines(colour)],
      },
      true,
    );
    const brushType = this.chooses ? 'lineX' : false;
    this.chart.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType, brushMode: 'single' },
    });
  }

  private befores(colour: (name: string) => string): object[] {
    return this.curves
      .filter(({ before }) => before)
      .map(({ name, before }) => ({
        name: `${name} before`,
        type: 'line',
        data: before,
        showSymbol: this.keys.length < 3,
        lineStyle: { color: colour('before'), width: 1.5, type: [3, 3] },
        itemStyle: { color: colour('before') },
        z: 3,
      }));
  }

  private lines(colour: (name: string) => string): object[] {
    const alone = this.curves.length === 1;
    return this.curves.map((curve, at) => {
      const own = colour(tokenOf(curve, at, alone));
      return {
        name: curve.name,
        type: 'line',
        data: curve.values,
        symbol: symbolOf(at),
        symbolSize: this.keys.length < 3 ? 7 : markSize(curve, at, alone),
        showSymbol: true,
        showAllSymbol: true,
        lineStyle: { color: own, width: 2, ...(curve.rest ? { type: [1, 3] } : {}) },
        itemStyle:
          isHollow(at) && !curve.rest ? { color: colour('surface'), borderColor: own, borderWidth: 2 } : { color: own },
        ...(alone ? { areaStyle: { color: colour('band'), opacity: 0.8 } } : {}),
        z: 2,
      };
    });
  }

  /** The address of the picture as it is shown now, to be saved. */
  async picture(kind: 'png' | 'svg'): Promise<string> {
    await this.draw();
    const chart = this.chart!;
    const backgroundColor = getComputedStyle(document.body).backgroundColor;
    if (kind === 'png') return chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor });
    const { echarts } = await import('./echarts');
    const size = { width: chart.getWidth(), height: chart.getHeight() };
    const copy = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
    copy.setOption({ ...chart.getOption(), brush: [], toolbox: [], backgroundColor });
    const svg = copy.renderToSVGString();
    copy.dispose();
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  }

  private tip(at: number): string {
    const key = this.keys[at];
    if (key === undefined) return '';
    const said = (value: number | null | undefined) =>
      value === null || value === undefined ? '–' : this.format(value);
    const lines = this.curves.map(({ name, values, before }) => {
      const beside = before ? `   (${this.beforeName}: ${said(before[at])})` : '';
      return `${this.curves.length > 1 ? `${name}  ` : ''}${said(values[at])}${beside}`;
    });
    return [calendarName(this.axis, key), ...lines].join('\n');
  }

  /** Begins anew: a brush that was used leaves what is drawn dimmed. */
  private again(): void {
    this.chart?.dispose();
    this.chart = null;
    if (this.isConnected) void this.draw();
  }

  private brushed({ areas }: { areas: { coordRange: [number, number] }[] }): void {
    const range = areas[0]?.coordRange;
    const { axis } = this;
    if (!range || !isDated(axis)) return;
    const [one, two] = range.map((at) => Math.max(0, Math.min(this.keys.length - 1, Math.round(at)))) as [
      number,
      number,
    ];
    const first = this.keys[Math.min(one, two)];
    const last = this.keys[Math.max(one, two)];
    if (!first || !last) return;
    setTimeout(() => this.again());
    const detail = { from: daysOf(axis, first).from, to: daysOf(axis, last).to };
    this.dispatchEvent(new CustomEvent('chosen', { detail }));
  }
}

import type { ECharts } from 'echarts/core';
import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { number, t } from '../i18n/i18n';
import { monthName, shortDay } from '../i18n/time';
import { View } from '../kit/view';
import { calendarName, daysOf } from '../record/filters';
import type { Step } from './figures';
import type { Interval } from './period';

/** Now against the year before, on a canvas. A stretch that is dragged becomes `chosen` with its first and last day. */
@customElement('vaksam-series')
export class Series extends View {
  @property({ attribute: false }) steps: Step[] = [];
  @property() interval: Interval = 'week';
  @property() name = '';
  private chart: ECharts | null = null;
  private readonly sizes = new ResizeObserver(() => this.chart?.resize());
  private readonly themes = new MutationObserver(() => void this.draw());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = () => void this.draw();

  protected override firstUpdated(): void {
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

  protected override updated(changed: PropertyValues): void {
    if (changed.has('steps') || changed.has('interval')) void this.draw();
  }

  protected override render(): unknown {
    return html`<div class="series" role="img" aria-label=${this.name}></div>
      <p class="legend" aria-hidden="true">
        <span><i></i>${t('series.now')}</span><span><i class="d"></i>${t('series.before')}</span>
      </p>`;
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
          data: this.steps.map(({ key }) => key),
          boundaryGap: false,
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { ...text, interval: this.ticks(), formatter: (key: string) => this.tick(key) },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          splitNumber: 4,
          axisLabel: { ...text, formatter: (value: number) => number(value) },
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
        series: [
          {
            name: 'before',
            type: 'line',
            data: this.steps.map(({ before }) => before),
            showSymbol: false,
            lineStyle: { color: colour('before'), width: 1.5, type: [3, 3] },
            itemStyle: { color: colour('before') },
            z: 3,
          },
          {
            name: 'now',
            type: 'line',
            data: this.steps.map(({ now }) => now),
            showSymbol: this.steps.length < 3,
            lineStyle: { color: colour('now'), width: 2 },
            itemStyle: { color: colour('now') },
            areaStyle: { color: colour('band'), opacity: 0.8 },
            z: 2,
          },
        ],
      },
      true,
    );
    this.chart.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType: 'lineX', brushMode: 'single' },
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
    const step = this.steps[at];
    if (!step) return '';
    return `${calendarName(this.interval, step.key)}\n${number(step.now)}   (${t('kpi.before', { n: step.before })})`;
  }

  /** A label where a new month begins, thinned out when there are many. */
  private ticks(): (index: number) => boolean {
    const month = (at: number) => daysOf(this.interval, this.steps[at]?.key ?? '').from.slice(0, 7);
    if (this.interval === 'day') return (at) => at % Math.ceil(this.steps.length / 8) === 0;
    const starts = this.steps.map((_, at) => at).filter((at) => at > 0 && month(at) !== month(at - 1));
    const every = Math.ceil(starts.length / 13);
    const kept = new Set(starts.filter((_, at) => at % every === 0));
    return (at) => kept.has(at);
  }

  private tick(key: string): string {
    const { from } = daysOf(this.interval, key);
    if (this.interval === 'day') return shortDay(from);
    const month = this.interval === 'week' ? daysOf('week', key).to.slice(0, 7) : key;
    return month.endsWith('-01') ? `${monthName(month)}\n${month.slice(0, 4)}` : monthName(month);
  }

  private brushed({ areas }: { areas: { coordRange: [number, number] }[] }): void {
    const range = areas[0]?.coordRange;
    if (!range) return;
    const [one, two] = range.map((at) => Math.max(0, Math.min(this.steps.length - 1, Math.round(at)))) as [
      number,
      number,
    ];
    const first = this.steps[Math.min(one, two)];
    const last = this.steps[Math.max(one, two)];
    if (!first || !last) return;
    this.chart?.dispatchAction({ type: 'brush', areas: [] });
    const detail = { from: daysOf(this.interval, first.key).from, to: daysOf(this.interval, last.key).to };
    this.dispatchEvent(new CustomEvent('chosen', { detail }));
  }
}

import { LineChart } from 'echarts/charts';
import { BrushComponent, GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

echarts.use([LineChart, GridComponent, TooltipComponent, BrushComponent, CanvasRenderer, SVGRenderer]);

/** ECharts with the parts the console draws with; loaded when a chart is first shown. */
export { echarts };

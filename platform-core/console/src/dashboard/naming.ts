import type { Chart, Shape } from '../api/types/chart';
import type { Widget, WidgetKind } from '../api/types/dashboard';
import type { TypeDefinition } from '../api/types/definition';
import { asked, queryOf, type Asked } from '../chart/asked';
import { chartTitle } from '../chart/naming';
import { label, small, t } from '../i18n/i18n';
import { allTypes, can, type Found } from '../shell/areas';
import { LISTS } from './recordlist';
import { brought, readable } from './reach';

export const KIND_ICONS: Record<WidgetKind, string> = {
  chart: 'chart-line',
  view: 'list-filter',
  signals: 'activity',
  work: 'circle-check',
  deadlines: 'clock',
  records: 'list',
  module: 'blocks',
  text: 'text-initial',
};

/** What a list of records is called; with the area when there are several. */
export function listName({ which = 'mine', type = '' }: Widget): string {
  const found = readable(type);
  const name = t(LISTS[which].title);
  const several = allTypes().filter(({ record }) => can(record, 'read')).length > 1;
  return several && found ? `${label(found.record.titles)}: ${small(name)}` : name;
}

/** What a widget is called when it has no title of its own. */
export function usualName(widget: Widget): string {
  if (widget.kind === 'chart') return widget.chart?.title || t('widget.kind.chart');
  if (widget.kind === 'records') return listName(widget);
  const part = brought(widget);
  return part ? label(part.title) : t(`widget.kind.${widget.kind}`);
}

export const widgetName = (widget: Widget): string => widget.title || usualName(widget);

/** A chart of one type, named after what it shows. */
export function chartOf(found: Found, shape: Shape, question: Asked, type: TypeDefinition | null): Chart {
  const { titles } = found.record;
  const title = chartTitle(shape, question, { type, units: [], labels: new Map() });
  return { title: `${label(titles)}: ${small(title)}`, shape, query: queryOf(shape, question) };
}

/** A question about one type over a period that moves with time. */
export const simpleQuestion = (found: Found, dimensions: string[], period: string): Asked => ({
  ...asked(new URLSearchParams({ type: found.record.type, occurredAt: period })),
  dimensions,
});

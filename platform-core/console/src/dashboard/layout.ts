import type { Shape } from '../api/types/chart';
import type { Dashboard, DashboardContent, Dashboards, Widget, WidgetKind, Width } from '../api/types/dashboard';
import type { Found } from '../shell/areas';
import { chartOf, simpleQuestion } from './naming';

export const MOST_WIDGETS = 24;
export const MOST_TEXT = 2_000;
export const MOST_TITLE = 200;
export const MOST_NAME = 100;
/** The address of the built-in first page, where another is one's own. */
export const DAY = 'day';

/** How wide a new widget is. */
const WIDTH: Record<WidgetKind, Width> = {
  chart: 'half',
  view: 'half',
  signals: 'third',
  work: 'half',
  deadlines: 'third',
  records: 'half',
  module: 'third',
  text: 'third',
};

/** The dashboard that an address shows: the one it names, else one's home, else the first of one's roles; null is the built-in page. */
export function boardShown({ items, home }: Dashboards, named: string | null): Dashboard | null {
  if (named === DAY) return null;
  const wanted = items.find(({ id }) => id === named);
  if (wanted) return wanted;
  return items.find(({ id }) => id === home) ?? items.find(({ audience }) => audience === 'role') ?? null;
}

/** Whether an address names a dashboard that is not there, or no longer. */
export const isMissing = ({ items }: Dashboards, named: string | null) =>
  named !== null && named !== DAY && !items.some(({ id }) => id === named);

let made = 0;

/** An id that no other widget of the dashboard has. */
export function freshId(widgets: Widget[]): string {
  for (;;) {
    const id = `w${(++made).toString(36)}`;
    if (!widgets.some((widget) => widget.id === id)) return id;
  }
}

/** Puts a widget last; a full dashboard stays as it is. */
export const added = (widgets: Widget[], widget: Omit<Widget, 'id' | 'width'> & { width?: Width }): Widget[] =>
  widgets.length >= MOST_WIDGETS
    ? widgets
    : [...widgets, { width: WIDTH[widget.kind], ...widget, id: freshId(widgets) }];

export const replaced = (widgets: Widget[], widget: Widget): Widget[] =>
  widgets.map((one) => (one.id === widget.id ? widget : one));

/** Puts a widget as many places later, or earlier when negative; never past an end. */
export function moved(widgets: Widget[], id: string, by: number): Widget[] {
  const from = widgets.findIndex((widget) => widget.id === id);
  const to = Math.max(0, Math.min(widgets.length - 1, from + by));
  if (from < 0 || from === to) return widgets;
  const next = [...widgets];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

export const without = (widgets: Widget[], id: string): Widget[] => widgets.filter((widget) => widget.id !== id);

/** Puts a widget that was removed back where it was, or last when the others became fewer. */
export const restored = (widgets: Widget[], widget: Widget, at: number): Widget[] =>
  widgets.length >= MOST_WIDGETS || widgets.some(({ id }) => id === widget.id)
    ? widgets
    : [...widgets.slice(0, at), widget, ...widgets.slice(at)];

/** What a new dashboard begins with; without a type that one may read, there are no records to count. */
export function template(found: Found | null): Widget[] {
  const pieces: Parameters<typeof added>[1][] = [{ kind: 'work' }, { kind: 'deadlines', width: 'half' }];
  if (found) {
    const chart = (shape: Shape, dimension: string) =>
      chartOf(found, shape, simpleQuestion(found, [dimension], 'last-12-months'), null);
    pieces.push(
      { kind: 'chart', chart: chart('line', 'month') },
      { kind: 'chart', chart: chart('bars', 'kind') },
      { kind: 'records', type: found.record.type, which: 'mine' },
    );
  }
  pieces.push({ kind: 'signals', width: 'half' });
  return pieces.reduce<Widget[]>(added, []);
}

/** What is sent: nothing that only the platform knows. */
export const contentOf = ({ name, audience, role, widgets }: DashboardContent): DashboardContent => ({
  name: name.trim(),
  audience,
  ...(audience === 'role' ? { role: role ?? null } : {}),
  widgets,
});

export const isSame = (one: DashboardContent, other: DashboardContent) =>
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));

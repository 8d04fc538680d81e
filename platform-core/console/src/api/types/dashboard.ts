import type { Chart } from './chart';

export const WIDGET_KINDS = ['chart', 'view', 'signals', 'work', 'deadlines', 'records', 'module', 'text'] as const;
export const WIDTHS = ['third', 'half', 'full'] as const;
export const WHICH = ['mine', 'unassigned', 'latest'] as const;
export const AUDIENCES = ['own', 'role', 'all'] as const;

export type WidgetKind = (typeof WIDGET_KINDS)[number];
export type Width = (typeof WIDTHS)[number];
export type Which = (typeof WHICH)[number];
export type Audience = (typeof AUDIENCES)[number];

/** A piece of a dashboard; which of the values it has follows from its kind. */
export interface Widget {
  /** Unique on its dashboard, chosen here. */
  id: string;
  kind: WidgetKind;
  width: Width;
  title?: string;
  chart?: Chart;
  /** The id of a saved view. */
  view?: string;
  /** A type of records. */
  type?: string;
  which?: Which;
  module?: string;
  contribution?: string;
  text?: string;
}

/** What somebody decides about a dashboard. */
export interface DashboardContent {
  name: string;
  audience: Audience;
  role?: string | null;
  widgets: Widget[];
}

export interface Dashboard extends DashboardContent {
  id: string;
  owner: { id: string; name: string };
  own: boolean;
  mayChange: boolean;
  version: number;
  updatedAt: string;
}

export interface Dashboards {
  items: Dashboard[];
  /** The dashboard that this person chose as the first page. */
  home: string | null;
  /** Whether this person makes dashboards for roles and for everybody. */
  mayManage: boolean;
}

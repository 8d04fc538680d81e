import type { Chart, ChartData } from './chart';
import type { Person } from './common';

/** A chart of a record, with what it showed whoever froze it. */
export interface RecordChart extends Chart {
  id: string;
  record: string;
  note: string;
  data: ChartData;
  frozenBy: Pick<Person, 'id' | 'name'>;
  frozenAt: string;
  version: number;
}

export interface RecordCharts {
  items: RecordChart[];
  mayChange: boolean;
}

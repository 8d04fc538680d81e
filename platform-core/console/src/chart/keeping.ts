import type { Chart } from '../api/types/chart';

/** Something that can be done with a chart so that it is there another day; what it belongs to brings it. */
export interface Keeping {
  id: string;
  label: () => string;
  icon: string;
  may: () => boolean;
  keep: (chart: Chart) => Promise<void>;
}

export const keepings: Keeping[] = [];

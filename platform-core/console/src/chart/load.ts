import { get } from '../api/client';
import type { ChartData, Shape } from '../api/types/chart';
import type { AreaFeatures, Cube, MapAnswer } from '../api/types/insight';
import type { Section } from '../insight/map';
import { cubeQuery, mapQuery, ofPoints, type Asked } from './asked';
import type { Margins } from './grid';
import { adds, measure } from './measures';

/** Where a map begins that has not been looked at: the country, so fine that what lies in one town is told apart. */
const FIRST = { bbox: [10.5, 55, 24.5, 69.2], zoom: 9 };

export const isMapAnswer = (data: ChartData): data is MapAnswer => 'clusters' in data;

const cube = (question: Asked) => get<Cube>(`insight/cube?${cubeQuery(question)}`);

/** Answers the question of a chart; of a map for what is in view. */
export function ask(shape: Shape, question: Asked, section: Section | null): Promise<ChartData> {
  if (!ofPoints(shape, question)) return cube(question);
  const filters = new URLSearchParams(question.filters);
  const { bbox, zoom } = section ?? FIRST;
  if (section || !filters.has('bbox')) filters.set('bbox', bbox.join(','));
  return get<MapAnswer>(
    `insight/map?${mapQuery({ ...question, filters, zoom: section ? zoom : (question.zoom ?? zoom) })}`,
  );
}

/** The sums of what does not add up, such as means and medians, counted over the records. */
export async function margins(question: Asked): Promise<Margins | null> {
  const measures = question.measures.filter((id) => !adds(measure(id)) && measure(id).how !== 'share');
  const { dimensions } = question;
  if (measures.length === 0 || dimensions.length === 0) return null;
  const over = (kept: string[]) => cube({ ...question, dimensions: kept, measures });
  const several = dimensions.length > 1;
  const [all, rows, columns] = await Promise.all([
    over([]),
    several ? over(dimensions.slice(0, -1)) : null,
    several ? over(dimensions.slice(-1)) : null,
  ]);
  return { all, rows, columns };
}

let areas: Promise<AreaFeatures> | null = null;

/** The areas of the map, asked once; again after it went wrong. */
export function areaFeatures(): Promise<AreaFeatures> {
  areas ??= get<AreaFeatures>('insight/areas');
  areas.catch(() => (areas = null));
  return areas;
}

import type { Shape } from '../api/types/chart';
import { small, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { ofPoints, type Asked, type Comparison } from './asked';
import { dimensionName, isTime } from './dimensions';
import { measure, measureName } from './measures';
import type { Words } from '../record/filters';

export const comparedName = (compare: Comparison | null) =>
  compare ? t(`chart.compare.${compare}` as Key) : t('chart.compare.none');

/** What a chart shows, in a few words. */
export function chartTitle(shape: Shape, question: Asked, words: Words): string {
  if (ofPoints(shape, question)) return t(question.detail ? 'chart.title.heat' : 'chart.title.map');
  const measures = question.measures.map((id) => measureName(measure(id), words));
  const [first = '', ...others] = measures;
  const what = others.length > 2 ? t('chart.title.more', { what: first, n: others.length }) : measures.join(' · ');
  const names = question.dimensions.map((id) => small(dimensionName(id, words)));
  if (names.length === 0) return what;
  const by =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} ${t('chart.title.and')} ${names[names.length - 1]}` : names[0];
  return t('chart.title.by', { what, by: by ?? '' });
}

/** Why a shape cannot show what was chosen; null when it can. */
export function misfit(shape: Shape, { dimensions }: Asked): Key | null {
  const count = dimensions.length;
  switch (shape) {
    case 'figure':
      return count === 0 ? null : 'chart.misfit.figure';
    case 'line':
      return count >= 1 && count <= 2 && dimensions.some(isTime) ? null : 'chart.misfit.line';
    case 'bars':
      return count === 1 ? null : 'chart.misfit.bars';
    case 'heat':
      return count === 2 ? null : 'chart.misfit.heat';
    case 'map':
      return count === 0 || (count === 1 && dimensions[0] === 'area') ? null : 'chart.misfit.map';
    case 'table':
      return null;
  }
}

/** The same question as a shape can show it: dimensions are kept as far as they fit. */
export function fitted(shape: Shape, question: Asked): Asked {
  const { dimensions } = question;
  const onto = (kept: string[]): Asked => ({ ...question, dimensions: kept });
  const [first = 'kind'] = dimensions;
  switch (shape) {
    case 'figure':
      return onto([]);
    case 'bars':
      return onto([dimensions.find((id) => !isTime(id)) ?? first]);
    case 'line': {
      const time = dimensions.find(isTime) ?? 'month';
      const other = dimensions.find((id) => id !== time);
      return onto(other ? [time, other] : [time]);
    }
    case 'heat': {
      const two = dimensions.length ? dimensions.slice(0, 2) : [first];
      if (two.length === 1) two.push(two[0] === 'month' ? 'kind' : 'month');
      return onto(isTime(two[0]!) && !isTime(two[1]!) ? [two[1]!, two[0]!] : two);
    }
    case 'map':
      return onto(dimensions.includes('area') ? ['area'] : []);
    case 'table':
      return onto(dimensions.length ? dimensions : [first]);
  }
}

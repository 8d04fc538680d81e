import type { Condition } from '../api/types/definition';
import type { ChoiceNode, Doc } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { severityName } from '../kit/marks';
import { isGroup, read, type Built, type Comparison } from './conditions';
import { nameOf } from './part';

/** Choices with those below them, each by the way that leads to it. */
export const choicesOf = (choices: ChoiceNode[], above = ''): { id: string; name: string }[] =>
  choices.flatMap(({ id, label: name, choices: below }) => [
    { id, name: above + label(name) },
    ...choicesOf(below ?? [], `${above}${label(name)} › `),
  ]);

/** A condition as a sentence. */
export function inWords(doc: Doc, condition: Condition | undefined): string {
  const group = read(condition);
  if (group.of.length === 0) return t('design.always');
  return sentence(doc, group);
}

function sentence(doc: Doc, built: Built): string {
  if (isGroup(built)) {
    const parts = built.of.map((part) => sentence(doc, part));
    const joined = parts.join(` ${t(built.mode === 'all' ? 'design.and' : 'design.or')} `);
    return built.mode === 'none' ? t('design.not', { what: joined }) : joined;
  }
  const name = built.field === 'channel' ? t('design.channel') : nameOf(doc, built.field);
  if (built.operator === 'isSet') return `${name} ${t(built.value ? 'design.filled' : 'design.unfilled')}`;
  return `${name} ${t(`design.operator.${built.operator}` as Key)} ${valueInWords(doc, built)}`;
}

function valueInWords(doc: Doc, { field, value }: Comparison): string {
  const choices = choicesOf(doc.fields.find(({ id }) => id === field)?.choices ?? []);
  const one = (single: unknown) =>
    typeof single === 'boolean'
      ? t(single ? 'value.yes' : 'value.no')
      : field === 'severity'
        ? severityName(Number(single))
        : (choices.find(({ id }) => id === single)?.name ?? String(single));
  return Array.isArray(value) ? value.map(one).join(', ') : one(value);
}

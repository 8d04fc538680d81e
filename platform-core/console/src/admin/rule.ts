import type { Rule } from '../api/types/retention';
import { number, t } from '../i18n/i18n';

/** How long, as a form asks for it. */
interface Span {
  years: number;
  months: number;
}

const SPAN = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/;

/** Years and months of a period; nothing for one that has weeks or days. */
export function spanOf(keep: string): Span | null {
  const found = SPAN.exec(keep);
  return found && { years: Number(found[1] ?? 0), months: Number(found[2] ?? 0) };
}

/** Whether a rule counts to the end of the year: whole years do when nothing else is said. */
export const full = ({ keep, rule }: Rule): boolean =>
  rule ? rule === 'full-calendar-years' : spanOf(keep)?.months === 0;

const count = (n: number, unit: 'year' | 'month') => number(n, { style: 'unit', unit, unitDisplay: 'long' });

/** A rule in words; periods that have weeks or days stand as they were written. */
export function inWords(rule: Rule): string {
  if (rule.action === 'keep') return t('retention.keep');
  const words = t(rule.from === 'created' ? 'retention.rule.created' : 'retention.rule.closed', { keep: period(rule) });
  return `${words} · ${t(`retention.${rule.action ?? 'delete'}`)}`;
}

function period(rule: Rule): string {
  const span = spanOf(rule.keep);
  if (!span) return rule.keep;
  if (full(rule)) return t('retention.rule.years', { n: span.years });
  const parts = [span.years && count(span.years, 'year'), span.months && count(span.months, 'month')];
  return parts.filter(Boolean).join(' ') || count(0, 'year');
}

/** The rule that a form says. What nobody changed stays as it was written, a period the form cannot show too. */
export function ruleOf(given: FormData, old: Rule | null): Rule {
  const text = (name: string) => String(given.get(name) ?? '').trim();
  const [years, months] = [Number(text('years')), Number(text('months'))];
  const known = old && spanOf(old.keep);
  const same = known ? known.years === years && known.months === months : old && !text('years') && !text('months');
  const created = text('from') === 'created';
  return {
    keep: old && same ? old.keep : written(years, months),
    from: created ? 'created' : old && old.from !== 'created' ? old.from : 'closed',
    rule: months || (same && !known) ? 'exact' : text('rule'),
    action: text('action') as 'delete',
    ground: { sv: text('sv'), en: text('en') },
  };
}

const written = (years: number, months: number) =>
  `P${years || !months ? `${years}Y` : ''}${months ? `${months}M` : ''}`;

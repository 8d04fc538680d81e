import type { Account } from '../api/types/modules';
import { number, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { bytes } from '../i18n/size';

export interface Figure {
  name: Key;
  value: string;
  more: string;
  bad?: boolean;
}

const NOTHING = '–';

/** Seconds in the unit that leaves one to three digits. */
export function span(seconds: number): string {
  if (seconds >= 1) return `${number(seconds, { maximumFractionDigits: seconds < 10 ? 1 : 0 })} s`;
  const millis = seconds * 1000;
  return `${number(millis, { maximumFractionDigits: millis < 10 ? 1 : 0 })} ms`;
}

/** What a module costs, as people compare it: for each request where that says more than the sum. */
export function figures(account: Account): Figure[] {
  const { requests, errors, refused, statements, statementSeconds, schemaBytes } = account;
  const each = (sum: number, written: (value: number) => string) => (requests ? written(sum / requests) : NOTHING);
  const share = errors && requests ? number(errors / requests, { style: 'percent', maximumSignificantDigits: 2 }) : '';
  return [
    { name: 'account.requests', value: number(requests), more: t('account.refused', { n: refused }) },
    { name: 'account.errors', value: number(errors), more: share || t('account.errors.none'), bad: errors > 0 },
    { name: 'account.median', value: each(account.p50 * requests, span), more: t('account.median.why') },
    { name: 'account.p99', value: each(account.p99 * requests, span), more: t('account.p99.why') },
    { name: 'account.cpu', value: each(account.cpuSeconds, span), more: t('account.each') },
    { name: 'account.memory', value: each(account.allocatedBytes, bytes), more: t('account.each') },
    {
      name: 'account.statements',
      value: each(statements, (value) => number(value, { maximumFractionDigits: 1 })),
      more: requests ? t('account.statements.why', { time: each(statementSeconds, span) }) : t('account.each'),
    },
    {
      name: 'account.size',
      value: schemaBytes === null || schemaBytes === undefined ? NOTHING : bytes(schemaBytes),
      more: t('account.size.why'),
    },
  ];
}

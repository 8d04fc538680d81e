import { html, nothing } from 'lit';
import type { Plan, Signature } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import { moment } from '../i18n/time';
import { mark } from '../kit/icon';
import { commonName } from './names';

const STATES = {
  signed: ['ok', 'signature.signed'],
  countersigned: ['ok', 'signature.countersigned'],
  unsigned: ['warn', 'signature.unsigned'],
  foreign: ['warn', 'signature.foreign'],
  expired: ['warn', 'signature.expired'],
  tampered: ['bad', 'signature.tampered'],
  unknown: ['none', 'signature.unknown'],
} as const;

const RECORDS = /^(records\/)?records?$/;

/** Who made the file, and whether that is trusted; what is in it when it is an archive. */
export function origin({ signature, archive, problems }: Plan): unknown {
  if (!signature && !archive) return nothing;
  const line = (name: string, value: unknown) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="kv wide-kv origin">
    ${signature ? line(t('signature.title'), signed(signature, problems)) : nothing}
    ${archive ? line(t('plan.archive'), content(archive)) : nothing}
  </dl>`;
}

/** The platform's words only where they say more than the state, and are not said among the problems. */
function signed({ state, signer, words }: Signature, problems: Plan['problems']): unknown {
  const [look, key] = STATES[state];
  const known = state === 'signed' || state === 'unsigned' || problems.some(({ sv }) => sv === words.sv);
  return html`<span class="light light-${look}">${mark(`lt-${look}`)}<b class="b">${t(key)}</b></span>
    <span class="m2 breaks" title=${signer ?? ''}>${known ? commonName(signer ?? '') : label(words)}</span>
    <a class="nw" href="/console/admin/trust">${t('signature.whom')}</a>`;
}

function content({ exportedAt, counts }: NonNullable<Plan['archive']>): string {
  const parts = Object.entries(counts);
  const sum = (chosen: [string, number][]) => chosen.reduce((all, [, n]) => all + n, 0);
  return t('plan.archive.why', {
    time: moment(exportedAt),
    n: sum(parts.filter(([name]) => RECORDS.test(name))),
    more: sum(parts.filter(([name]) => !RECORDS.test(name))),
  });
}

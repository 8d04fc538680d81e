import { html, nothing } from 'lit';
import type { Change } from '../api/types/modules';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { icon } from '../kit/icon';

/** What a person meets first comes first. */
const KINDS: Record<string, Key> = {
  page: 'change.page',
  'record-type': 'change.type',
  definition: 'change.definition',
  permission: 'change.permission',
  role: 'change.role',
  import: 'change.import',
  route: 'change.route',
};
const OTHER = 'change.other';
const LOOKS: Record<string, [string, string, Key]> = {
  added: ['add', 'plus', 'plan.added'],
  changed: ['chg', 'arrow-right-left', 'plan.changed'],
  removed: ['del', 'minus', 'plan.removed'],
};
const CHANGED = LOOKS['changed']!;
const FEW = 12;

/** Changes under the name of their kind, in the order that people care. */
export function grouped(changes: Change[]): { name: Key; changes: Change[] }[] {
  const order = [...Object.values(KINDS), OTHER] as Key[];
  return order
    .map((name) => ({ name, changes: changes.filter(({ what }) => (KINDS[what] ?? OTHER) === name) }))
    .filter((group) => group.changes.length > 0);
}

/** `8 new, 1 removed`. */
function counts(changes: Change[]): string {
  const said: [string, Key][] = [
    ['added', 'change.added'],
    ['changed', 'change.changed'],
    ['removed', 'change.removed'],
  ];
  return said
    .map(([kind, key]) => [key, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, n]) => n > 0)
    .map(([key, n]) => t(key, { n }))
    .join(', ');
}

/** What will be different afterwards; folded by kind when it is much. */
export function changeList(changes: Change[]): unknown {
  return html`<section class="sec" aria-labelledby="changes-title">
    <header><h2 id="changes-title">${t('plan.changes')}</h2></header>
    ${changes.length ? nothing : html`<p class="m2">${t('plan.changes.none')}</p>`}
    ${grouped(changes).map(
      (group) =>
        html`<details class="fold" ?open=${changes.length <= FEW}>
          <summary>
            ${icon('chevron-right', 'i-s turn')}<b class="b">${t(group.name)}</b> ${counts(group.changes)}
          </summary>
          <ul class="diff">
            ${group.changes.map(line)}
          </ul>
        </details>`,
    )}
  </section>`;
}

function line({ kind, id, detail }: Change): unknown {
  const [look, picture, word] = LOOKS[kind] ?? CHANGED;
  return html`<li class=${look}>
    ${icon(picture)}<span><span class="sr">${t(word)}: </span>${label(detail)}</span><span class="mono m">${id}</span>
  </li>`;
}

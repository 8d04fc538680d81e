import { html, nothing } from 'lit';
import type { Words } from '../api/types/design';
import { label, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { chooser, type Option } from './inputs';

/** Who people are to a record. */
export const PARTIES = ['assignee', 'reporter', 'manager-of-unit'] as const;

export const roleOptions = ({ roles }: Words): Option[] =>
  roles.map(({ id, title }) => ({ id, name: label(title) || id }));

export const partyOptions = (vocabulary: Words): Option[] => [
  ...PARTIES.map((id) => ({ id, name: t(`design.party.${id}` as Key) })),
  ...roleOptions(vocabulary),
];

export const partyName = (vocabulary: Words, id: string): string =>
  partyOptions(vocabulary).find((option) => option.id === id || option.id.endsWith(`:${id}`))?.name ?? id;

/** Several of them, each with a tick. */
export function partyTicks(
  heading: string,
  chosen: string[],
  vocabulary: Words,
  change: (chosen: string[]) => void,
): unknown {
  const options = partyOptions(vocabulary);
  const others = chosen
    .filter((id) => !options.some((option) => option.id === id))
    .map((id) => ({ id, name: partyName(vocabulary, id) }));
  return html`<fieldset class="field">
    <legend class="label">${heading}</legend>
    <div class="ticks">
      ${[...options, ...others].map(
        ({ id, name }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${chosen.includes(id)}
              @change=${() => change(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
            />${name}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

export interface Assignment {
  role?: string;
  for?: 'unit';
  party?: string;
}

/** To whom a record is given: a role nearest to the unit, or a party. */
export function assignment(
  key: string,
  value: Assignment | undefined,
  vocabulary: Words,
  change: (value: Assignment | undefined) => void,
  nobody = true,
): unknown {
  const now = value?.role ?? value?.party ?? '';
  const roles = roleOptions(vocabulary);
  const parties = PARTIES.filter((id) => id !== 'assignee').map((id) => ({
    id: id as string,
    name: t(`design.party.${id}` as Key),
  }));
  return html`${chooser(
    key,
    t('design.assign'),
    now,
    [...(nobody ? [{ id: '', name: t('design.nobody') }] : []), ...roles, ...parties],
    (id) =>
      change(
        id === '' ? undefined : parties.some((party) => party.id === id) ? { party: id } : { role: id, for: 'unit' },
      ),
  )}
  ${value?.role ? html`<p class="hint">${t('design.assign.nearest')}</p>` : nothing}`;
}

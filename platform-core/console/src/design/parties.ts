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

/** The option that an id means: a role without its module is the definition's own. */
export const meant = (options: Option[], id: string): Option | undefined =>
  options.find((option) => option.id === id) ?? options.find((option) => id !== '' && option.id.endsWith(`:${id}`));

export const partyName = (vocabulary: Words, id: string): string => meant(partyOptions(vocabulary), id)?.name ?? id;

/** Several of them, each with a tick. */
export function partyTicks(
  heading: string,
  chosen: string[],
  vocabulary: Words,
  change: (chosen: string[]) => void,
): unknown {
  const options = partyOptions(vocabulary);
  const others = chosen.filter((id) => !meant(options, id)).map((id) => ({ id, name: id }));
  const without = (gone: string) => chosen.filter((id) => (meant(options, id)?.id ?? id) !== gone);
  return html`<fieldset class="field">
    <legend class="label">${heading}</legend>
    <div class="ticks">
      ${[...options, ...others].map(
        ({ id, name }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${without(id).length < chosen.length}
              @change=${() => change(without(id).length < chosen.length ? without(id) : [...chosen, id])}
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
  const roles = roleOptions(vocabulary);
  const named = value?.role ?? value?.party ?? '';
  const now = meant(roles, named)?.id ?? named;
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

import { get } from '../api/client';
import type { Asset, AssetPage, AssetType, NamedAsset } from '../api/types/asset';
import type { AboutAsset } from '../api/types/record';
import { html } from 'lit';
import { label, t } from '../i18n/i18n';
import { Store } from '../kit/store';
import type { FormField, Values } from '../record/fields';
import type { Choosable } from '../record/combobox';

/** The types of assets, those of modules that are missing included. */
export const assetTypes = new Store<AssetType[]>([]);

export async function loadAssetTypes(): Promise<void> {
  assetTypes.set((await get<{ items: AssetType[] }>('assets/types')).items);
}

export const assetType = (id: string) => assetTypes.value.find((type) => type.id === id);
export const assetTypeName = (id: string) => label(assetType(id)?.title) || id;
export const assetIcon = (id: string) => assetType(id)?.icon ?? 'box';
export const assetAddress = (id: string) => `/console/assets/${encodeURIComponent(id)}`;

/** The name of an asset as a way to its page; one the reader may not see has neither. */
export const assetLink = ({ id, name }: AboutAsset): unknown =>
  name ? html`<a href=${assetAddress(id)}>${name}</a>` : html`<span class="m">${t('asset.hidden')}</span>`;

const MOST_PAGES = 10;

/** All of a list, as far as a person can look through it. */
export async function assetsOf(parameters: Record<string, string>): Promise<Asset[]> {
  const all: Asset[] = [];
  let cursor: string | null = '';
  for (let page = 0; cursor !== null && page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ ...parameters, limit: '200', ...(cursor ? { cursor } : {}) });
    const answer: AssetPage = await get<AssetPage>(`assets?${query.toString()}`);
    all.push(...answer.items);
    cursor = answer.next;
  }
  return all;
}

/** What the platform finds for the words, of these types if there are any. */
export async function findAssets(words: string, types: string[] = []): Promise<Choosable[]> {
  const find = async (type: string | null) => {
    const query = new URLSearchParams({ q: words, limit: '20', ...(type ? { type } : {}) });
    return (await get<AssetPage>(`assets?${query.toString()}`)).items.map(asChosen);
  };
  return (await Promise.all(types.length ? types.map(find) : [find(null)])).flat();
}

export const asChosen = ({ id, name, type }: NamedAsset): Choosable => ({ id, name, beside: assetTypeName(type) });

/** What a report about this asset says already. */
export async function whereIs(id: string): Promise<Values> {
  const { name, unit, place } = await get<Asset>(`assets/${encodeURIComponent(id)}`);
  return { asset: { id, name }, ...(unit ? { unit } : {}), ...(place.name || place.latitude ? { place } : {}) };
}

/** The attributes of a type as questions of a form. */
export const attributeFields = (type: AssetType | undefined): FormField[] =>
  (type?.attributes ?? []).map((definition) => ({
    id: definition.id,
    header: false,
    type: definition.type,
    label: definition.label,
    required: definition.required ?? false,
    definition,
    ...(definition.help ? { help: definition.help } : {}),
    ...(definition.choices ? { choices: definition.choices } : {}),
  }));

/** What every asset is asked, whatever its type. */
export const headerFields = (): FormField[] => [
  { id: 'name', header: true, type: 'word', label: t('asset.name'), required: true },
  { id: 'unit', header: true, type: 'unit', label: t('asset.unit'), required: false, help: t('asset.unit.help') },
  { id: 'place', header: true, type: 'place', label: t('asset.place'), required: false },
  { id: 'externalKey', header: true, type: 'word', label: t('asset.key'), required: false, help: t('asset.key.help') },
];

/** Values as a request sends them: units by id, what is empty as null. */
export function sent(fields: FormField[], values: Values): Values {
  return Object.fromEntries(
    fields
      .filter(({ id }) => id in values)
      .map(({ id, type }) => {
        const value = values[id];
        const bare =
          type === 'unit' && value !== null && typeof value === 'object' ? (value as { id: string }).id : value;
        return [id, bare === '' || bare === undefined ? null : bare];
      }),
  );
}

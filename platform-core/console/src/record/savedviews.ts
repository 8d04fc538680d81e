import { call, get, post } from '../api/client';
import type { StoredView } from '../api/types/search';
import { me } from '../shell/session';

/** A view without what only the platform knows. */
export interface ViewContent {
  name: string;
  /** Filters, sort, columns and look, as they stand in an address. */
  query: string;
  role?: string | undefined;
  unit?: string | undefined;
}

const PASSING = new Set(['cursor', 'page']);
const APART = new Set(['sort', 'cols', 'view']);

/** Where views were kept before the platform kept them. */
const key = (type: string) => `vaksam.views.${me()?.id ?? ''}.${type}`;

/** The person's own views and those shared with them. */
export async function savedViews(type: string): Promise<StoredView[]> {
  await takeOver(type);
  const { items } = await get<{ items: StoredView[] }>(`views?type=${encodeURIComponent(type)}`);
  return items;
}

/** The part of an address that makes a view, in one order. */
export function viewQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams([...query].filter(([name]) => !PASSING.has(name)));
  kept.sort();
  return kept.toString();
}

/** The address of a kept view, in the same order. */
export function addressOf({ query, sort, columns, shape }: StoredView): string {
  const all = new URLSearchParams(query);
  if (sort) all.set('sort', sort);
  if (columns.length) all.set('cols', columns.join(','));
  if (shape !== 'list') all.set('view', shape);
  return viewQuery(all);
}

/** A view as the platform takes it. */
export function contentOf(type: string, { name, query, role, unit }: ViewContent): Record<string, unknown> {
  const all = new URLSearchParams(query);
  return {
    name,
    type,
    query: new URLSearchParams([...all].filter(([one]) => !APART.has(one))).toString(),
    sort: all.get('sort') ?? '',
    columns: all.get('cols')?.split(',').filter(Boolean) ?? [],
    shape: all.get('view') ?? 'list',
    ...(role ? { role } : {}),
    ...(unit ? { unit } : {}),
  };
}

/** Keeps a view; one of this name gets the new content. */
export async function keepView(type: string, views: StoredView[], view: ViewContent): Promise<void> {
  const before = views.find(({ own, name }) => own && name === view.name);
  const body = contentOf(type, view);
  if (before) {
    const headers = { 'If-Match': `"${before.version}"` };
    await call(`views/${before.id}`, { method: 'PUT', body, headers });
  } else await post('views', body);
}

export const dropView = ({ id, version }: StoredView): Promise<unknown> =>
  call(`views/${id}`, { method: 'DELETE', headers: { 'If-Match': `"${version}"` } });

/** Views that this browser still keeps go to the platform once; what it refuses stays here. */
async function takeOver(type: string): Promise<void> {
  let kept: unknown = null;
  try {
    kept = JSON.parse(localStorage.getItem(key(type)) ?? 'null');
  } catch {
    return;
  }
  if (!Array.isArray(kept)) return;
  const left: ViewContent[] = [];
  for (const view of kept as ViewContent[]) await post('views', contentOf(type, view)).catch(() => left.push(view));
  if (left.length) localStorage.setItem(key(type), JSON.stringify(left));
  else localStorage.removeItem(key(type));
}

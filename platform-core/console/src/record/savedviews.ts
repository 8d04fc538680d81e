import { me } from '../shell/session';

export interface SavedView {
  name: string;
  /** Filters, sort, columns and look, as they stand in an address. */
  query: string;
}

const PASSING = new Set(['cursor', 'page']);

/** One list for each account on this machine and each type: the platform has no place for them yet. */
const key = (type: string) => `vaksam.views.${me()?.id ?? ''}.${type}`;

export function savedViews(type: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(type)) ?? '[]');
    return Array.isArray(kept) ? (kept as SavedView[]) : [];
  } catch {
    return [];
  }
}

/** The part of an address that makes a view, in one order. */
export function viewQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams([...query].filter(([name]) => !PASSING.has(name)));
  kept.sort();
  return kept.toString();
}

/** A name is kept once: the later view replaces the earlier. */
export function withView(views: SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view];
}

export function keepViews(type: string, views: SavedView[]): void {
  try {
    localStorage.setItem(key(type), JSON.stringify(views));
  } catch {
    return;
  }
}

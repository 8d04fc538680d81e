import { Store } from '../kit/store';

export const BASE = '/console';

export interface Place {
  /** Below the base, starting with a slash. */
  path: string;
  query: URLSearchParams;
}

const here = (): Place => ({
  path: location.pathname.slice(BASE.length).replace(/\/+$/, '') || '/',
  query: new URLSearchParams(location.search),
});

/** Where the person is; everything a page shows follows from it. */
export const place = new Store<Place>(here());

export function address(path: string, query?: URLSearchParams | Record<string, string>): string {
  const parameters = query instanceof URLSearchParams ? query : new URLSearchParams(query ?? {});
  const text = readable(parameters);
  return BASE + (path === '/' ? '/' : path) + (text ? `?${text}` : '');
}

/** Encoded, but with the characters that stand in dates and lists left as they are: addresses are read and shared. */
const readable = (query: URLSearchParams) =>
  query.toString().replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/');

/** Somebody with unsaved work: asked before the person leaves, answers whether they stay for now; `leave` goes on. */
export type Keeper = (leave: () => void) => boolean;

let keeper: { stays: Keeper; at: string } | null = null;

/** Asks before this place is left, until what is returned is called. */
export function keepHere(stays: Keeper): () => void {
  const mine = { stays, at: location.pathname + location.search };
  keeper = mine;
  return () => {
    if (keeper === mine) keeper = null;
  };
}

export function go(to: string, options: { replace?: boolean } = {}): void {
  if (keeper && !options.replace && keeper.stays(() => go(to, options))) return;
  if (options.replace) history.replaceState(history.state, '', to);
  else history.pushState(null, '', to);
  place.set(here());
}

/** Tells whether the person is still where they are now: what is answered later may not move them from somewhere else. */
export function staying(): () => boolean {
  const here = place.value;
  return () => place.value === here;
}

/** Changes the query of the page; an empty value removes its parameter. */
export function query(change: Record<string, string | string[] | null>, options: { replace?: boolean } = {}): void {
  const next = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    for (const one of value === null ? [] : Array.isArray(value) ? value : [value])
      if (one !== '') next.append(name, one);
  }
  go(address(place.value.path, next), options);
}

export function startRouter(): void {
  addEventListener('popstate', () => {
    const to = location.pathname + location.search;
    if (keeper?.stays(() => go(to))) history.pushState(null, '', keeper.at);
    else place.set(here());
  });
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = (event.target as Element).closest?.('a[href]') as HTMLAnchorElement | SVGAElement | null;
    if (!link || link.getAttribute('target') || link.hasAttribute('download')) return;
    const to = new URL(link.getAttribute('href') ?? '', location.href);
    if (
      to.origin !== location.origin ||
      !to.pathname.startsWith(BASE) ||
      (to.hash && to.pathname === location.pathname)
    )
      return;
    event.preventDefault();
    go(to.pathname + to.search);
  });
}

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

export function go(to: string, options: { replace?: boolean } = {}): void {
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
  addEventListener('popstate', () => place.set(here()));
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

import { get } from '../api/client';

/** All parts of a list, one after the other; `next` says after what the following part begins. */
export async function allParts<T>(address: string, next: (part: T) => string | null | undefined): Promise<T[]> {
  const parts: T[] = [];
  let cursor: string | null | undefined = '';
  do {
    const part: T = await get<T>(cursor ? `${address}?cursor=${encodeURIComponent(cursor)}` : address);
    parts.push(part);
    cursor = next(part);
  } while (cursor);
  return parts;
}

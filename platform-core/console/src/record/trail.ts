/** Cursors of the pages a person has turned in a list, and the records it showed: for going back, and from record to record. */
interface Trail {
  cursors: string[];
  records: string[];
  total: number;
  offset: number;
  address: string;
}

const KEY = 'vaksam.trail.';

function read(type: string): Trail {
  const fresh: Trail = { cursors: [], records: [], total: 0, offset: 0, address: '' };
  try {
    return { ...fresh, ...(JSON.parse(sessionStorage.getItem(KEY + type) ?? '{}') as Partial<Trail>) };
  } catch {
    return fresh;
  }
}

export function keepTrail(type: string, change: Partial<Trail>): void {
  try {
    sessionStorage.setItem(KEY + type, JSON.stringify({ ...read(type), ...change }));
  } catch {
    return;
  }
}

export const trail = read;

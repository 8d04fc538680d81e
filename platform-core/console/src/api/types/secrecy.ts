import type { Person, Text } from './common';

/** A provision to choose. */
export interface Ground {
  ground: string;
  title: Text;
}

interface Mark {
  ground: string;
  at: string | null;
  by: string | null;
  reason: string | null;
}

/** How secret a record is, with who set it. */
export interface SecrecyTold extends Mark {
  secrecy: 'open' | 'internal' | 'restricted';
  fields: (Mark & { field: string })[];
}

/** A line of a redacted copy: a part has a text, or the ground for which it is masked. */
export interface CopyLine {
  field: string;
  label: Text;
  parts: { text?: string; ground?: string }[];
}

/** A copy that was released. */
export interface Release {
  id: string;
  at: string;
  by: Person;
  recipient: string;
  purpose: string;
  masked: { field: string; ground: string; whole: boolean }[];
  unmasked: Record<string, string>;
  sha256: string;
}

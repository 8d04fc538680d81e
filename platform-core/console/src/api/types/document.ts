import type { Person } from './common';

/** One version of a document's content. */
export interface DocumentVersion {
  number: number;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** What became of place and device in a picture. */
  metadata: 'none' | 'removed' | 'kept';
  madeAt: string;
  madeBy: Person;
  content: string;
  thumbnail: string | null;
}

export interface DocumentDoc {
  id: string;
  record: string | null;
  asset: string | null;
  description: string;
  secrecy: 'open' | 'internal' | 'restricted';
  version: number;
  addedAt: string;
  addedBy: Person;
  newest: DocumentVersion;
  mayAdd: boolean;
  mayChange: boolean;
  mayRemove: boolean;
  versions?: DocumentVersion[];
}

export interface DocumentList {
  items: DocumentDoc[];
  mayAdd: boolean;
  limits: { bytes: number; files: number; mediaTypes: string[] };
}

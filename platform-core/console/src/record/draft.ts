import type { Values } from './fields';

export interface Draft {
  kind: string;
  values: Values;
  key: string;
  at: string;
}

const name = (type: string) => `vaksam.draft.${type}`;

/** What was being written, kept on this machine until it is saved: survives reload, crash and lost network. */
export function keepDraft(type: string, draft: Draft): void {
  try {
    localStorage.setItem(name(type), JSON.stringify(draft));
  } catch {
    return;
  }
}

export function findDraft(type: string): Draft | null {
  try {
    const text = localStorage.getItem(name(type));
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}

export function dropDraft(type: string): void {
  try {
    localStorage.removeItem(name(type));
  } catch {
    return;
  }
}

/** Names one intention to save: however often it is sent, it is stored once. */
export const newKey = () => crypto.randomUUID();

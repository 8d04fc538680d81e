import type { Person } from './common';

/** Whoever reported without an account; names and addresses only as far as they were given. */
export interface Reporter {
  anonymous: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
  source: string;
  language: string;
  reportedAt: string;
}

export interface ReporterMessage {
  id: string;
  from: 'reporter' | 'handler';
  author: Person | null;
  text: string;
  sentAt: string;
}

/** The newest first. */
export interface Conversation {
  reporter: Reporter | null;
  items: ReporterMessage[];
  next: string | null;
}

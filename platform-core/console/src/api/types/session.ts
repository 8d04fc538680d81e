import type { Text } from './common';

export interface Session {
  account: { id: string; username: string; name: string };
  permissions: string[];
  csrf: string;
}

/** The password was right; the second step is asked with this. */
export interface Pending {
  pending: string;
  enrol: boolean;
  expiresAt: string;
}

/** For an authenticator app: the secret to type and the content of the QR code. */
export interface Enrolment {
  secret: string;
  address: string;
}

export interface SecondFactor {
  on: boolean;
  required: boolean;
  recoveryCodes: number;
}

export interface OpenSession {
  id: string;
  address: string;
  agent: string;
  method: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  current: boolean;
}

export type Right = 'create' | 'read' | 'handle';

export interface RecordType {
  type: string;
  path: string;
  title: Text;
  titles: Text;
  icon?: string;
  may?: Right[];
}

export interface ImportFormat {
  id: string;
  title: Text;
  accepts?: string[];
}

export interface Area {
  module: string;
  version: string;
  revision: string;
  title: Text;
  icon?: string;
  path?: string;
  records: RecordType[];
  imports?: ImportFormat[];
  /** Extension point to what the module brings there, as it stands in its descriptor. */
  contributes?: Record<string, object[]>;
}

export interface Navigation {
  areas: Area[];
  administration: string[];
}

export interface Unit {
  id: string;
  code: string;
  name: Text;
  type?: string;
  parent?: string | null;
}

export interface Certificate {
  fingerprint: string;
  subject: string;
  validFrom: string;
  validTo: string;
  origin: 'distribution' | 'administrator';
  addedBy?: string | null;
  addedAt?: string | null;
}

/** The approval of exactly one file. */
export interface Countersignature {
  sha: string;
  module: string;
  version: string;
  reason: string;
  by: string;
  at: string;
}

/** Whose modules the platform accepts. */
export interface Trust {
  policy: 'enforce' | 'warn' | 'develop';
  certificates: Certificate[];
  countersignatures: Countersignature[];
}

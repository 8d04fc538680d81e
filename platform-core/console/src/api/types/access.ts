import type { Text } from './common';

export interface Role {
  id: string;
  module: string;
  title: Text;
  asleep: boolean;
  permissions: string[];
  version: number;
}

export interface Permission {
  id: string;
  module: string;
  title: Text;
  asleep: boolean;
}

export interface Grant {
  id: string;
  holder: 'account' | 'group';
  account: { id: string; name: string };
  role: { id: string; title: Text };
  unit?: { id: string; code: string; name: Text } | null;
  validFrom?: string | null;
  validTo?: string | null;
  state: 'current' | 'coming' | 'past' | 'asleep';
  version: number;
}

export interface Group {
  id: string;
  name: string;
  externalKey?: string | null;
  version: number;
  members: number;
}

export interface WholeGroup {
  id: string;
  name: string;
  externalKey?: string | null;
  members: { id: string; name: string }[];
}

export interface Effects {
  holders: number;
  affected: number;
  items: { account: { id: string; name: string }; loses: string[]; gains: string[] }[];
}

export interface Why {
  account: { id: string; name: string; enabled: boolean };
  sees: boolean;
  chain: {
    because: 'grant' | 'reporter' | 'assignee' | 'share';
    group?: string | null;
    role?: Text | null;
    permission?: string | null;
    unit?: { id: string; code: string; name: Text } | null;
  }[];
}

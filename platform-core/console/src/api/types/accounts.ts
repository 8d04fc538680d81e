export interface Token {
  id: string;
  name: string;
  permissions: string[];
  expiresAt: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  token?: string;
}

export interface Account {
  id: string;
  username: string;
  name: string;
  enabled: boolean;
  roles: string[];
}

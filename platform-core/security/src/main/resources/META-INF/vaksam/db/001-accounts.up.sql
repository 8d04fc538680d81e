CREATE TABLE account (
  id CHAR(36) NOT NULL PRIMARY KEY,
  username VARCHAR(100) NOT NULL,
  name VARCHAR(200) NOT NULL,
  service BOOLEAN NOT NULL,
  enabled BOOLEAN NOT NULL,
  created TIMESTAMP NOT NULL,
  CONSTRAINT account_username UNIQUE (username)
);
CREATE TABLE credential (
  account CHAR(36) NOT NULL PRIMARY KEY REFERENCES account (id),
  password VARCHAR(300) NOT NULL,
  changed TIMESTAMP NOT NULL
);
CREATE TABLE session (
  hash CHAR(64) NOT NULL PRIMARY KEY,
  account CHAR(36) NOT NULL REFERENCES account (id),
  csrf VARCHAR(64) NOT NULL,
  created TIMESTAMP NOT NULL,
  last_seen TIMESTAMP NOT NULL,
  expires TIMESTAMP NOT NULL
);
CREATE INDEX session_account ON session (account);
CREATE INDEX session_expires ON session (expires);
CREATE TABLE token (
  id CHAR(36) NOT NULL PRIMARY KEY,
  account CHAR(36) NOT NULL REFERENCES account (id),
  name VARCHAR(200) NOT NULL,
  hash CHAR(64) NOT NULL,
  permissions VARCHAR(16000) NOT NULL,
  created TIMESTAMP NOT NULL,
  expires TIMESTAMP,
  last_used TIMESTAMP,
  CONSTRAINT token_hash UNIQUE (hash)
);
CREATE INDEX token_account ON token (account);
CREATE TABLE permission (
  id VARCHAR(200) NOT NULL PRIMARY KEY,
  module VARCHAR(100) NOT NULL,
  title_sv VARCHAR(200) NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  asleep BOOLEAN NOT NULL
);
CREATE INDEX permission_module ON permission (module);
CREATE TABLE role (
  id VARCHAR(200) NOT NULL PRIMARY KEY,
  module VARCHAR(100) NOT NULL,
  title_sv VARCHAR(200) NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  asleep BOOLEAN NOT NULL
);
CREATE INDEX role_module ON role (module);
CREATE TABLE role_permission (
  role VARCHAR(200) NOT NULL REFERENCES role (id),
  permission VARCHAR(200) NOT NULL,
  PRIMARY KEY (role, permission)
);
CREATE TABLE account_role (
  account CHAR(36) NOT NULL REFERENCES account (id),
  role VARCHAR(200) NOT NULL REFERENCES role (id),
  PRIMARY KEY (account, role)
);
CREATE INDEX account_role_role ON account_role (role);
CREATE TABLE unit (
  id CHAR(36) NOT NULL PRIMARY KEY,
  code VARCHAR(40) NOT NULL,
  name_sv VARCHAR(200) NOT NULL,
  name_en VARCHAR(200) NOT NULL,
  type VARCHAR(40) NOT NULL,
  parent CHAR(36) REFERENCES unit (id),
  path VARCHAR(1000) NOT NULL,
  valid_from DATE,
  valid_to DATE,
  external_key VARCHAR(200),
  CONSTRAINT unit_code UNIQUE (code)
);
CREATE INDEX unit_parent ON unit (parent);

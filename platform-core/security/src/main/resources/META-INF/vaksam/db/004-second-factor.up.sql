CREATE TABLE second_factor (
  account CHAR(36) NOT NULL PRIMARY KEY REFERENCES account (id),
  secret VARCHAR(200) NOT NULL,
  confirmed TIMESTAMP,
  last_step BIGINT NOT NULL
);
CREATE TABLE recovery_code (
  account CHAR(36) NOT NULL REFERENCES account (id),
  hash CHAR(64) NOT NULL,
  PRIMARY KEY (account, hash)
);
CREATE TABLE second_factor_role (
  role VARCHAR(200) NOT NULL PRIMARY KEY
);
CREATE TABLE pending_sign_in (
  hash CHAR(64) NOT NULL PRIMARY KEY,
  account CHAR(36) NOT NULL REFERENCES account (id),
  expires TIMESTAMP NOT NULL
);
CREATE INDEX pending_sign_in_expires ON pending_sign_in (expires);

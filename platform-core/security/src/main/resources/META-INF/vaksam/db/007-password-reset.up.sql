CREATE TABLE account_email (
  account CHAR(36) NOT NULL PRIMARY KEY REFERENCES account (id),
  address VARCHAR(200) NOT NULL
);
CREATE TABLE password_reset (
  hash CHAR(64) NOT NULL PRIMARY KEY,
  account CHAR(36) NOT NULL REFERENCES account (id),
  expires TIMESTAMP NOT NULL
);
CREATE INDEX password_reset_account ON password_reset (account);

CREATE TABLE external_identity (
  issuer VARCHAR(300) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  account CHAR(36) NOT NULL REFERENCES account (id),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX external_identity_account ON external_identity (account);
CREATE TABLE used_sign_in (
  hash CHAR(64) NOT NULL PRIMARY KEY,
  expires TIMESTAMP NOT NULL
);
ALTER TABLE session ADD COLUMN provider_session VARCHAR(255);

CREATE TABLE substitute (
  id CHAR(36) NOT NULL PRIMARY KEY,
  account CHAR(36) NOT NULL REFERENCES account (id),
  substitute CHAR(36) NOT NULL REFERENCES account (id),
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL
);
CREATE INDEX substitute_account ON substitute (account);
CREATE INDEX substitute_substitute ON substitute (substitute);

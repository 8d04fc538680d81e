CREATE TABLE account_group (
  id CHAR(36) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  external_key VARCHAR(200),
  version INTEGER NOT NULL,
  CONSTRAINT account_group_name UNIQUE (name),
  CONSTRAINT account_group_key UNIQUE (external_key)
);
CREATE TABLE account_group_member (
  member_group CHAR(36) NOT NULL REFERENCES account_group (id),
  account CHAR(36) NOT NULL REFERENCES account (id),
  PRIMARY KEY (member_group, account)
);
CREATE INDEX account_group_member_account ON account_group_member (account);
CREATE TABLE access_grant (
  id CHAR(36) NOT NULL PRIMARY KEY,
  account CHAR(36) REFERENCES account (id),
  member_group CHAR(36) REFERENCES account_group (id),
  role VARCHAR(200) NOT NULL REFERENCES role (id),
  unit CHAR(36) REFERENCES unit (id),
  valid_from DATE,
  valid_to DATE,
  created TIMESTAMP NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT access_grant_holder CHECK (
    (account IS NULL AND member_group IS NOT NULL) OR (account IS NOT NULL AND member_group IS NULL))
);
CREATE INDEX access_grant_account ON access_grant (account);
CREATE INDEX access_grant_group ON access_grant (member_group);
CREATE INDEX access_grant_role ON access_grant (role);
CREATE INDEX access_grant_unit ON access_grant (unit);
INSERT INTO access_grant (id, account, role, created, version)
  SELECT '00000000-0000-7000-8000-' || SUBSTR('000000000000' || RTRIM(CAST(n AS CHAR(12))), LENGTH(RTRIM(CAST(n AS CHAR(12)))) + 1),
         account, role, created, 1
  FROM (SELECT ROW_NUMBER() OVER () AS n, ar.account AS account, ar.role AS role, a.created AS created
        FROM account_role ar JOIN account a ON a.id = ar.account) held;
DROP TABLE account_role;
ALTER TABLE role ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

ALTER TABLE role DROP COLUMN version;
CREATE TABLE account_role (
  account CHAR(36) NOT NULL REFERENCES account (id),
  role VARCHAR(200) NOT NULL REFERENCES role (id),
  PRIMARY KEY (account, role)
);
CREATE INDEX account_role_role ON account_role (role);
INSERT INTO account_role (account, role)
  SELECT DISTINCT account, role FROM access_grant
  WHERE account IS NOT NULL AND unit IS NULL AND valid_from IS NULL AND valid_to IS NULL;
DROP TABLE access_grant;
DROP TABLE account_group_member;
DROP TABLE account_group;

CREATE TABLE module_certificate (
  fingerprint CHAR(64) NOT NULL PRIMARY KEY,
  pem VARCHAR(16000) NOT NULL,
  added_by VARCHAR(200) NOT NULL,
  added_at TIMESTAMP NOT NULL
);
CREATE TABLE module_countersignature (
  sha CHAR(64) NOT NULL PRIMARY KEY,
  module VARCHAR(31) NOT NULL,
  version VARCHAR(30) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  approved_by VARCHAR(200) NOT NULL,
  approved_at TIMESTAMP NOT NULL
);

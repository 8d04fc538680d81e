CREATE TABLE module_registry (
  id VARCHAR(31) NOT NULL PRIMARY KEY,
  version VARCHAR(30) NOT NULL,
  sha CHAR(64) NOT NULL,
  state VARCHAR(10) NOT NULL,
  previous_version VARCHAR(30),
  previous_sha CHAR(64),
  descriptor VARCHAR(32000) NOT NULL,
  since TIMESTAMP NOT NULL
);
CREATE TABLE module_operation (
  id CHAR(36) NOT NULL PRIMARY KEY,
  kind VARCHAR(20) NOT NULL,
  module VARCHAR(31) NOT NULL,
  from_version VARCHAR(30),
  to_version VARCHAR(30),
  actor VARCHAR(200) NOT NULL,
  happened_at TIMESTAMP NOT NULL,
  ok BOOLEAN NOT NULL,
  failure_sv VARCHAR(4000),
  failure_en VARCHAR(4000),
  steps VARCHAR(32000) NOT NULL
);
CREATE INDEX module_operation_by_module ON module_operation (module, id);

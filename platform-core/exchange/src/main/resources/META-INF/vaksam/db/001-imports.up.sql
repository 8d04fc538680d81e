CREATE TABLE import_run (
  id CHAR(36) NOT NULL PRIMARY KEY,
  format VARCHAR(100) NOT NULL,
  name VARCHAR(200) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  permission VARCHAR(200) NOT NULL,
  state VARCHAR(10) NOT NULL,
  bytes BIGINT NOT NULL,
  bytes_read BIGINT NOT NULL,
  items BIGINT NOT NULL,
  created BIGINT NOT NULL,
  existing BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  actor CHAR(36),
  actor_name VARCHAR(200) NOT NULL,
  created_at TIMESTAMP NOT NULL,
  started_at TIMESTAMP,
  finished_at TIMESTAMP,
  failure_sv VARCHAR(1000),
  failure_en VARCHAR(1000)
);

CREATE INDEX import_run_state ON import_run (state, format, id);

CREATE TABLE import_error (
  run CHAR(36) NOT NULL,
  line BIGINT NOT NULL,
  type VARCHAR(100) NOT NULL,
  detail_sv VARCHAR(1000) NOT NULL,
  detail_en VARCHAR(1000) NOT NULL,
  fields VARCHAR(32000) NOT NULL,
  item VARCHAR(4000) NOT NULL,
  PRIMARY KEY (run, line)
);

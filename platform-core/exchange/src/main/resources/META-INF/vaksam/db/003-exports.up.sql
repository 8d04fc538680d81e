CREATE TABLE export_file (
  id CHAR(36) NOT NULL PRIMARY KEY,
  owner CHAR(36) NOT NULL,
  sight CHAR(64) NOT NULL,
  name VARCHAR(200) NOT NULL,
  subject VARCHAR(10) NOT NULL,
  format VARCHAR(10) NOT NULL,
  state VARCHAR(10) NOT NULL,
  total BIGINT NOT NULL,
  row_count BIGINT NOT NULL,
  unlocated BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  finished_at TIMESTAMP,
  failure_sv VARCHAR(1000),
  failure_en VARCHAR(1000)
);

CREATE INDEX export_file_owner ON export_file (owner, id);

CREATE INDEX export_file_state ON export_file (state, id);

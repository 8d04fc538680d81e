CREATE TABLE feed (
  id CHAR(36) NOT NULL PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  format VARCHAR(100) NOT NULL,
  source VARCHAR(10) NOT NULL,
  folder VARCHAR(60),
  address VARCHAR(1000),
  every_seconds INTEGER NOT NULL,
  silent_seconds BIGINT,
  enabled BOOLEAN NOT NULL,
  unit VARCHAR(36),
  version INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  next_run_at TIMESTAMP NOT NULL,
  last_run_at TIMESTAMP,
  last_success_at TIMESTAMP,
  last_item_at TIMESTAMP,
  failures INTEGER NOT NULL,
  failure_sv VARCHAR(1000),
  failure_en VARCHAR(1000),
  etag VARCHAR(300),
  last_modified VARCHAR(100),
  received BIGINT NOT NULL,
  stored BIGINT NOT NULL,
  known BIGINT NOT NULL,
  updates BIGINT NOT NULL,
  in_tray BIGINT NOT NULL,
  discarded BIGINT NOT NULL
);

CREATE TABLE feed_item (
  record_type VARCHAR(100) NOT NULL,
  source VARCHAR(100) NOT NULL,
  item_key VARCHAR(200) NOT NULL,
  record_id CHAR(36) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  seen_at TIMESTAMP NOT NULL,
  PRIMARY KEY (record_type, source, item_key)
);

CREATE INDEX feed_item_record ON feed_item (record_id);

CREATE TABLE tray_item (
  id CHAR(36) NOT NULL PRIMARY KEY,
  origin_id CHAR(36) NOT NULL,
  origin_type VARCHAR(10) NOT NULL,
  origin_name VARCHAR(200) NOT NULL,
  place VARCHAR(300) NOT NULL,
  format VARCHAR(100) NOT NULL,
  permission VARCHAR(200) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  whole BOOLEAN NOT NULL,
  state VARCHAR(10) NOT NULL,
  type VARCHAR(100) NOT NULL,
  detail_sv VARCHAR(1000) NOT NULL,
  detail_en VARCHAR(1000) NOT NULL,
  fields VARCHAR(32000) NOT NULL,
  attempts INTEGER NOT NULL,
  version INTEGER NOT NULL,
  received_at TIMESTAMP NOT NULL,
  closed_at TIMESTAMP,
  closed_by VARCHAR(200),
  reason VARCHAR(1000),
  record_id CHAR(36)
);

CREATE UNIQUE INDEX tray_item_once ON tray_item (origin_id, sha256);

CREATE INDEX tray_item_state ON tray_item (state, id);

CREATE INDEX tray_item_record ON tray_item (record_id);

CREATE TABLE tray_text (
  item CHAR(36) NOT NULL,
  part INTEGER NOT NULL,
  text VARCHAR(16000) NOT NULL,
  PRIMARY KEY (item, part),
  FOREIGN KEY (item) REFERENCES tray_item (id) ON DELETE CASCADE
);

CREATE TABLE journal_head (
  position BIGINT NOT NULL,
  hash CHAR(64) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  key_id CHAR(16) NOT NULL,
  signature VARCHAR(120) NOT NULL,
  CONSTRAINT journal_head_position PRIMARY KEY (position)
);

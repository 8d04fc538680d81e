CREATE TABLE journal (
  id CHAR(36) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  actor VARCHAR(36),
  actor_name VARCHAR(200) NOT NULL,
  action VARCHAR(100) NOT NULL,
  subject_type VARCHAR(100) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  data VARCHAR(32000) NOT NULL,
  CONSTRAINT journal_id PRIMARY KEY (id)
);
CREATE INDEX journal_subject ON journal (subject, id);
CREATE TABLE journal_seal (
  position BIGINT NOT NULL,
  entry CHAR(36) NOT NULL,
  hash CHAR(64) NOT NULL,
  CONSTRAINT journal_seal_position PRIMARY KEY (position),
  CONSTRAINT journal_seal_entry UNIQUE (entry)
);

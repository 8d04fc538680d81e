CREATE TABLE journal (
  id CHAR(36) NOT NULL PRIMARY KEY,
  made_at TIMESTAMP NOT NULL,
  actor VARCHAR(36),
  actor_name VARCHAR(200) NOT NULL,
  action VARCHAR(100) NOT NULL,
  subject_type VARCHAR(100) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  data VARCHAR(32000) NOT NULL
);
CREATE INDEX journal_subject ON journal (subject, id);
CREATE TABLE journal_seal (
  position BIGINT NOT NULL PRIMARY KEY,
  entry CHAR(36) NOT NULL UNIQUE,
  hash CHAR(64) NOT NULL
);

CREATE TABLE person_erasure (
  id CHAR(36) NOT NULL PRIMARY KEY,
  person VARCHAR(4000) NOT NULL,
  fingerprint CHAR(64) NOT NULL,
  started_by VARCHAR(200) NOT NULL,
  started_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE TABLE person_erasure_place (
  erasure CHAR(36) NOT NULL REFERENCES person_erasure (id),
  source VARCHAR(40) NOT NULL,
  place VARCHAR(400) NOT NULL,
  version VARCHAR(100) NOT NULL,
  about VARCHAR(200),
  label VARCHAR(400) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  done_at TIMESTAMP,
  PRIMARY KEY (erasure, source, place)
);

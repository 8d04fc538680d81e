ALTER TABLE record ADD COLUMN secrecy_ground VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE record ADD COLUMN secret_fields VARCHAR(16000) DEFAULT '{}' NOT NULL;

CREATE TABLE record_release (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36) NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    recipient VARCHAR(200) NOT NULL,
    purpose VARCHAR(2000) NOT NULL,
    masked VARCHAR(32000) NOT NULL,
    unmasked VARCHAR(32000) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by CHAR(36)
);

CREATE INDEX record_release_record ON record_release (record_id);

CREATE TABLE record_release_part (
    release_id CHAR(36) NOT NULL REFERENCES record_release (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    html VARCHAR(16000) NOT NULL,
    PRIMARY KEY (release_id, part)
);

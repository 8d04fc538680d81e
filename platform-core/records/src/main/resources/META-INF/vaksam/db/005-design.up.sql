ALTER TABLE definition ADD COLUMN own BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE definition ADD COLUMN published_by VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE definition ADD COLUMN reason VARCHAR(2000) NOT NULL DEFAULT '';

CREATE TABLE shipped_definition (
    type VARCHAR(100) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    json VARCHAR(32000) NOT NULL,
    checksum CHAR(64) NOT NULL,
    PRIMARY KEY (type, kind)
);

INSERT INTO shipped_definition (type, kind, json, checksum)
    SELECT d.type, d.kind, d.json, d.checksum FROM definition d
    WHERE d.retired = FALSE AND d.version =
        (SELECT MAX(n.version) FROM definition n WHERE n.type = d.type AND n.kind = d.kind);

CREATE TABLE definition_draft (
    id CHAR(36) NOT NULL PRIMARY KEY,
    type VARCHAR(100) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    base_version INTEGER NOT NULL,
    json VARCHAR(32000) NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by VARCHAR(200) NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    updated_by VARCHAR(200) NOT NULL,
    CONSTRAINT definition_draft_once UNIQUE (type, kind)
);

CREATE TABLE definition_move (
    id CHAR(36) NOT NULL PRIMARY KEY,
    type VARCHAR(100) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    to_version INTEGER NOT NULL,
    states VARCHAR(8000) NOT NULL,
    reason VARCHAR(2000) NOT NULL,
    started_by VARCHAR(200) NOT NULL,
    started_at TIMESTAMP NOT NULL,
    through VARCHAR(36) NOT NULL,
    moved INTEGER NOT NULL,
    stayed INTEGER NOT NULL,
    ended_at TIMESTAMP
);

CREATE INDEX record_definition ON record (type, kind, definition_version, id);

CREATE TABLE document_content (
    sha256 CHAR(64) NOT NULL PRIMARY KEY,
    size_bytes BIGINT NOT NULL,
    stored_at TIMESTAMP NOT NULL
);

CREATE TABLE document_chunk (
    sha256 CHAR(64) NOT NULL REFERENCES document_content (sha256) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (sha256, part)
);

CREATE TABLE document_thumbnail (
    sha256 CHAR(64) NOT NULL PRIMARY KEY REFERENCES document_content (sha256) ON DELETE CASCADE,
    media_type VARCHAR(100) NOT NULL,
    bytes BYTEA NOT NULL
);

CREATE TABLE document (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36),
    asset_id CHAR(36),
    description VARCHAR(2000) NOT NULL,
    secrecy VARCHAR(20) NOT NULL,
    newest INTEGER NOT NULL,
    version INTEGER NOT NULL,
    added_by VARCHAR(200) NOT NULL,
    added_at TIMESTAMP NOT NULL
);

CREATE INDEX document_record ON document (record_id);
CREATE INDEX document_asset ON document (asset_id);
CREATE INDEX document_owner ON document (added_by, added_at);

CREATE TABLE document_version (
    document_id CHAR(36) NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    record_id CHAR(36),
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL REFERENCES document_content (sha256),
    metadata VARCHAR(10) NOT NULL,
    made_by VARCHAR(200) NOT NULL,
    made_at TIMESTAMP NOT NULL,
    request_key CHAR(64),
    request_hash CHAR(64),
    PRIMARY KEY (document_id, number),
    CONSTRAINT document_request_once UNIQUE (request_key)
);

CREATE INDEX document_version_record ON document_version (record_id);
CREATE INDEX document_version_content ON document_version (sha256);

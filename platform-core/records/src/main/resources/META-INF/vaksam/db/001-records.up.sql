CREATE TABLE record_type (
    name VARCHAR(100) NOT NULL PRIMARY KEY,
    module VARCHAR(50) NOT NULL,
    path VARCHAR(50) NOT NULL,
    number_prefix VARCHAR(20) NOT NULL,
    icon VARCHAR(60) NOT NULL,
    title_sv VARCHAR(500) NOT NULL,
    title_en VARCHAR(500) NOT NULL,
    titles_sv VARCHAR(500) NOT NULL,
    titles_en VARCHAR(500) NOT NULL,
    dormant BOOLEAN NOT NULL
);

CREATE TABLE definition (
    type VARCHAR(100) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    version INTEGER NOT NULL,
    json VARCHAR(32000) NOT NULL,
    checksum CHAR(64) NOT NULL,
    retired BOOLEAN NOT NULL,
    published_at TIMESTAMP NOT NULL,
    PRIMARY KEY (type, kind, version)
);

CREATE TABLE record (
    id CHAR(36) NOT NULL PRIMARY KEY,
    number VARCHAR(40) NOT NULL,
    type VARCHAR(100) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    definition_version INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    description VARCHAR(20000) NOT NULL,
    state VARCHAR(50) NOT NULL,
    phase VARCHAR(10) NOT NULL,
    unit_id CHAR(36),
    place_name VARCHAR(200),
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    occurred_at TIMESTAMP,
    occurred_until TIMESTAMP,
    category VARCHAR(100) NOT NULL,
    severity INTEGER,
    assignee CHAR(36),
    secrecy VARCHAR(20) NOT NULL,
    channel VARCHAR(20) NOT NULL,
    ext_source VARCHAR(100),
    ext_key VARCHAR(200),
    fields VARCHAR(32000) NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by CHAR(36),
    updated_at TIMESTAMP NOT NULL,
    updated_by CHAR(36),
    CONSTRAINT record_number_once UNIQUE (number),
    CONSTRAINT record_source_once UNIQUE (type, ext_source, ext_key)
);

CREATE TABLE record_number (
    type VARCHAR(100) NOT NULL,
    in_year INTEGER NOT NULL,
    next_number INTEGER NOT NULL,
    PRIMARY KEY (type, in_year)
);

CREATE TABLE idempotency_key (
    caller VARCHAR(200) NOT NULL,
    request_key VARCHAR(200) NOT NULL,
    type VARCHAR(100) NOT NULL,
    body_hash CHAR(64) NOT NULL,
    record_id CHAR(36) NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (caller, request_key)
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

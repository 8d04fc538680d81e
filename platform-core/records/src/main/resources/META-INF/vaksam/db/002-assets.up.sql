CREATE TABLE asset_type (
    id VARCHAR(100) NOT NULL PRIMARY KEY,
    module VARCHAR(50) NOT NULL,
    json VARCHAR(32000) NOT NULL,
    dormant BOOLEAN NOT NULL
);

CREATE TABLE asset (
    id CHAR(36) NOT NULL PRIMARY KEY,
    type VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    status VARCHAR(20) NOT NULL,
    unit_id CHAR(36),
    parent_id CHAR(36) REFERENCES asset (id),
    address VARCHAR(200) NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    external_key VARCHAR(200),
    attributes VARCHAR(32000) NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    name_order VARCHAR(400) NOT NULL,
    words VARCHAR(1600) NOT NULL,
    CONSTRAINT asset_key_once UNIQUE (external_key)
);

CREATE INDEX asset_name ON asset (name_order, id);
CREATE INDEX asset_parent ON asset (parent_id);
CREATE INDEX asset_unit ON asset (unit_id);

CREATE TABLE asset_dependency (
    id CHAR(36) NOT NULL PRIMARY KEY,
    asset_id CHAR(36) NOT NULL REFERENCES asset (id),
    relation VARCHAR(20) NOT NULL,
    target_id CHAR(36) NOT NULL REFERENCES asset (id),
    CONSTRAINT asset_dependency_once UNIQUE (asset_id, relation, target_id)
);

CREATE INDEX asset_dependency_target ON asset_dependency (target_id);

CREATE TABLE asset_register (
    revision BIGINT NOT NULL
);

INSERT INTO asset_register (revision) VALUES (0);

ALTER TABLE record ADD COLUMN asset_id CHAR(36);

ALTER TABLE record ADD COLUMN closed_at TIMESTAMP;
ALTER TABLE record ADD COLUMN anonymised_at TIMESTAMP;
UPDATE record SET closed_at = updated_at WHERE phase = 'closed';
CREATE INDEX record_closed ON record (type, kind, closed_at);

CREATE TABLE record_hold (
    record_id CHAR(36) NOT NULL PRIMARY KEY,
    reason VARCHAR(1000) NOT NULL,
    held_by VARCHAR(200) NOT NULL,
    since TIMESTAMP NOT NULL,
    CONSTRAINT record_hold_record FOREIGN KEY (record_id) REFERENCES record (id)
);

CREATE TABLE retention_rule (
    type VARCHAR(100) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    json VARCHAR(8000) NOT NULL,
    PRIMARY KEY (type, kind)
);

CREATE TABLE retention_run (
    id CHAR(36) NOT NULL PRIMARY KEY,
    as_of CHAR(10) NOT NULL,
    hash CHAR(64) NOT NULL,
    started_by VARCHAR(200) NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);

CREATE TABLE retention_item (
    run CHAR(36) NOT NULL,
    record CHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    number VARCHAR(40) NOT NULL,
    type VARCHAR(100) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    since TIMESTAMP NOT NULL,
    rule VARCHAR(8000) NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    done_at TIMESTAMP,
    PRIMARY KEY (run, record),
    CONSTRAINT retention_item_run FOREIGN KEY (run) REFERENCES retention_run (id)
);

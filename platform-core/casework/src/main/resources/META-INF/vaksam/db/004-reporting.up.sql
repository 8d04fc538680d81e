CREATE TABLE report_key (
    id SMALLINT NOT NULL PRIMARY KEY,
    secret VARCHAR(64) NOT NULL
);

CREATE TABLE report_receipt (
    record_id CHAR(36) NOT NULL PRIMARY KEY,
    code_hash CHAR(64) NOT NULL,
    lang CHAR(2) NOT NULL,
    name VARCHAR(200),
    email VARCHAR(254),
    phone VARCHAR(60),
    source VARCHAR(60) NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX report_receipt_code ON report_receipt (code_hash);

CREATE TABLE report_message (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36) NOT NULL,
    sender VARCHAR(10) NOT NULL,
    author CHAR(36),
    once CHAR(64) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    sent_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX report_message_once ON report_message (record_id, once);
CREATE INDEX report_message_record ON report_message (record_id, id);

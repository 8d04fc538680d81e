CREATE TABLE record_comment (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36) NOT NULL,
    author CHAR(36) NOT NULL,
    text VARCHAR(5000) NOT NULL,
    mentions VARCHAR(1000) NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    edited_at TIMESTAMP,
    removed_at TIMESTAMP,
    removed_by CHAR(36),
    request_key VARCHAR(200),
    CONSTRAINT record_comment_once UNIQUE (author, request_key)
);
CREATE INDEX record_comment_record ON record_comment (record_id, id);

CREATE TABLE record_comment_text (
    comment_id CHAR(36) NOT NULL,
    record_id CHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    text VARCHAR(5000) NOT NULL,
    replaced_at TIMESTAMP NOT NULL,
    PRIMARY KEY (comment_id, version),
    CONSTRAINT record_comment_text_of FOREIGN KEY (comment_id) REFERENCES record_comment (id) ON DELETE CASCADE
);

CREATE TABLE notice (
    id CHAR(36) NOT NULL PRIMARY KEY,
    account CHAR(36) NOT NULL,
    record_id CHAR(36),
    kind VARCHAR(20) NOT NULL,
    template VARCHAR(100) NOT NULL,
    params VARCHAR(8000) NOT NULL,
    actor CHAR(36),
    created_at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    mail VARCHAR(10),
    letter CHAR(36)
);
CREATE INDEX notice_account ON notice (account, id);
CREATE INDEX notice_unread ON notice (account, read_at);
CREATE INDEX notice_record ON notice (record_id);
CREATE INDEX notice_mail ON notice (mail, account);
CREATE INDEX notice_letter ON notice (letter);

CREATE TABLE notice_choice (
    account CHAR(36) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    mail VARCHAR(10) NOT NULL,
    PRIMARY KEY (account, kind)
);

CREATE TABLE notice_setting (
    account CHAR(36) NOT NULL PRIMARY KEY,
    language CHAR(2) NOT NULL,
    digest_hour INTEGER NOT NULL,
    quiet_from CHAR(5),
    quiet_until CHAR(5),
    version INTEGER NOT NULL
);

CREATE TABLE mail_letter (
    id CHAR(36) NOT NULL PRIMARY KEY,
    account CHAR(36) NOT NULL,
    digest BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TIMESTAMP NOT NULL,
    claimed_until TIMESTAMP,
    failed_at TIMESTAMP,
    reason VARCHAR(500)
);
CREATE INDEX mail_letter_next ON mail_letter (failed_at, next_at);

CREATE TABLE record_follow (
    record_id CHAR(36) NOT NULL,
    account CHAR(36) NOT NULL,
    following BOOLEAN NOT NULL,
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (record_id, account)
);
CREATE INDEX record_follow_account ON record_follow (account, record_id);

CREATE TABLE view_subscription (
    id CHAR(36) NOT NULL PRIMARY KEY,
    account CHAR(36) NOT NULL,
    name VARCHAR(200) NOT NULL,
    type VARCHAR(100) NOT NULL,
    filters VARCHAR(4000) NOT NULL,
    since TIMESTAMP NOT NULL
);
CREATE INDEX view_subscription_account ON view_subscription (account, id);

CREATE TABLE talking_position (
    name VARCHAR(50) NOT NULL PRIMARY KEY,
    reached BIGINT NOT NULL
);

CREATE TABLE record_share (
    record_id CHAR(36) NOT NULL,
    party CHAR(36) NOT NULL,
    is_unit BOOLEAN NOT NULL,
    shared_by CHAR(36),
    shared_at TIMESTAMP NOT NULL,
    until_day CHAR(10) NOT NULL,
    PRIMARY KEY (record_id, party)
);
CREATE INDEX record_share_party ON record_share (party, record_id);
CREATE INDEX record_share_until ON record_share (until_day);

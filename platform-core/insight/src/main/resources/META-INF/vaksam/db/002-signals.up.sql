CREATE TABLE signal_dismissal (
    id CHAR(36) NOT NULL PRIMARY KEY,
    signal_key CHAR(24) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    surplus DOUBLE PRECISION NOT NULL,
    dismissed_by CHAR(36),
    dismissed_at TIMESTAMP NOT NULL,
    until_day CHAR(10) NOT NULL,
    ended_at TIMESTAMP
);

CREATE INDEX signal_dismissal_until ON signal_dismissal (until_day, signal_key);

CREATE TABLE signal_follow (
    account CHAR(36) NOT NULL PRIMARY KEY,
    since TIMESTAMP NOT NULL
);

CREATE TABLE signal_told (
    account CHAR(36) NOT NULL,
    signal_key CHAR(24) NOT NULL,
    surplus DOUBLE PRECISION NOT NULL,
    told_at TIMESTAMP NOT NULL,
    seen_day CHAR(10) NOT NULL,
    PRIMARY KEY (account, signal_key)
);

CREATE INDEX signal_told_seen ON signal_told (seen_day);

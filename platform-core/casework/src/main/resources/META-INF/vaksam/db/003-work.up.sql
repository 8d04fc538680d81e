CREATE TABLE deadline (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36) NOT NULL,
    record_type VARCHAR(100) NOT NULL,
    deadline VARCHAR(100) NOT NULL,
    label_sv VARCHAR(500) NOT NULL,
    label_en VARCHAR(500) NOT NULL,
    state VARCHAR(10) NOT NULL,
    started_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    reminders VARCHAR(1000) NOT NULL,
    escalate VARCHAR(200),
    extended INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX deadline_record ON deadline (record_id, id);

CREATE TABLE work_action (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36),
    record_type VARCHAR(100),
    title VARCHAR(200) NOT NULL,
    why VARCHAR(4000) NOT NULL,
    unit_id CHAR(36),
    responsible CHAR(36),
    due_on DATE,
    due_order DATE NOT NULL,
    priority INTEGER NOT NULL,
    cost DECIMAL(19, 4),
    currency CHAR(3),
    state VARCHAR(12) NOT NULL,
    is_open BOOLEAN NOT NULL,
    state_reason VARCHAR(1000) NOT NULL,
    done_by CHAR(36),
    done_at TIMESTAMP,
    verified_by CHAR(36),
    verified_at TIMESTAMP,
    effect_on DATE,
    effect VARCHAR(10),
    effect_text VARCHAR(4000) NOT NULL,
    effect_by CHAR(36),
    offered_to CHAR(36),
    delegated_by CHAR(36),
    remind_days INTEGER,
    repeats VARCHAR(300),
    repeat_when VARCHAR(10),
    repeated_from CHAR(36),
    repeated_as CHAR(36),
    series_start DATE,
    verify BOOLEAN NOT NULL,
    escalated INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by CHAR(36),
    updated_at TIMESTAMP NOT NULL,
    updated_by CHAR(36)
);

CREATE INDEX work_action_record ON work_action (record_id, id);

CREATE INDEX work_action_responsible ON work_action (responsible, is_open, due_order);

CREATE INDEX work_action_offered ON work_action (offered_to, is_open, due_order);

CREATE INDEX work_action_delegated ON work_action (delegated_by, is_open, due_order);

CREATE INDEX work_action_unit ON work_action (unit_id, is_open, due_order);

CREATE INDEX work_action_due ON work_action (is_open, due_order, id);

CREATE TABLE work_alarm (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36),
    about CHAR(36) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    what VARCHAR(10) NOT NULL,
    step INTEGER NOT NULL,
    planned_at TIMESTAMP NOT NULL,
    rings_at TIMESTAMP NOT NULL
);

CREATE INDEX work_alarm_time ON work_alarm (rings_at, id);

CREATE INDEX work_alarm_about ON work_alarm (about);

CREATE TABLE action_request (
    caller VARCHAR(200) NOT NULL,
    request_key VARCHAR(200) NOT NULL,
    body_hash CHAR(64) NOT NULL,
    action CHAR(36) NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (caller, request_key)
);

CREATE INDEX action_request_age ON action_request (created_at);

CREATE TABLE calendar_feed (
    account CHAR(36) NOT NULL PRIMARY KEY,
    hash CHAR(64) NOT NULL,
    created_at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    CONSTRAINT calendar_feed_once UNIQUE (hash)
);

-- when a record came from one state into another
CREATE TABLE record_step (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36) NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    from_state VARCHAR(50) NOT NULL,
    to_state VARCHAR(50) NOT NULL,
    to_phase VARCHAR(10) NOT NULL,
    made_at TIMESTAMP NOT NULL
);

CREATE INDEX record_step_record ON record_step (record_id, made_at);

-- how far steps that were taken before this table was made are gathered from the journal; one row
CREATE TABLE step_gathering (
    until_at TIMESTAMP NOT NULL,
    journal_position BIGINT NOT NULL,
    finished BOOLEAN NOT NULL
);

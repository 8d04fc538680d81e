-- charts as they were shown on a record, for example on a situation picture
CREATE TABLE record_chart (
    id CHAR(36) NOT NULL PRIMARY KEY,
    record_id CHAR(36) NOT NULL,
    sequence INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    shape VARCHAR(10) NOT NULL,
    query VARCHAR(4000) NOT NULL,
    note VARCHAR(4000) NOT NULL,
    answer CLOB(1M) NOT NULL,
    frozen_by CHAR(36) NOT NULL,
    frozen_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX record_chart_record ON record_chart (record_id, sequence);

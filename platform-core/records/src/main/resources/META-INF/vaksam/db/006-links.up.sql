ALTER TABLE record ADD COLUMN merged_into CHAR(36);
CREATE INDEX record_merged ON record (merged_into);

-- one row for each record that is linked: its own side of the link
CREATE TABLE record_link (
    id CHAR(36) NOT NULL PRIMARY KEY,
    link_id CHAR(36) NOT NULL,
    record_id CHAR(36) NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    relation VARCHAR(20) NOT NULL,
    target CHAR(36) NOT NULL,
    other_record CHAR(36) REFERENCES record (id) ON DELETE CASCADE,
    other_asset CHAR(36) REFERENCES asset (id) ON DELETE CASCADE,
    note VARCHAR(1000) NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by CHAR(36),
    CONSTRAINT record_link_once UNIQUE (record_id, relation, target)
);

CREATE INDEX record_link_link ON record_link (link_id);
CREATE INDEX record_link_other ON record_link (other_record);
CREATE INDEX record_link_asset ON record_link (other_asset);

CREATE TABLE record_link_dismissal (
    record_id CHAR(36) NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    other_record CHAR(36) NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    made_at TIMESTAMP NOT NULL,
    made_by CHAR(36),
    PRIMARY KEY (record_id, other_record)
);

CREATE INDEX record_link_dismissal_other ON record_link_dismissal (other_record);

CREATE TABLE record_series (
    record_id CHAR(36) NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    name VARCHAR(200) NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by CHAR(36)
);

CREATE TABLE record_series_member (
    record_id CHAR(36) NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    series CHAR(36) NOT NULL REFERENCES record_series (record_id) ON DELETE CASCADE,
    made_at TIMESTAMP NOT NULL,
    made_by CHAR(36),
    PRIMARY KEY (record_id, series)
);

CREATE INDEX record_series_member_series ON record_series_member (series);

CREATE TABLE record_merge (
    record_id CHAR(36) NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    into_id CHAR(36) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    filled VARCHAR(16000) NOT NULL,
    phase VARCHAR(10) NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by CHAR(36)
);

CREATE INDEX record_merge_into ON record_merge (into_id);

-- rows that were the merged record's own, so that they can be given back
CREATE TABLE record_merge_row (
    record_id CHAR(36) NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    table_name VARCHAR(60) NOT NULL,
    row_id CHAR(36) NOT NULL,
    PRIMARY KEY (record_id, table_name, row_id)
);

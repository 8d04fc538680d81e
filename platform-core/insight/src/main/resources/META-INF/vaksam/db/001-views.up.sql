CREATE TABLE saved_view (
    id CHAR(36) NOT NULL PRIMARY KEY,
    account CHAR(36) NOT NULL,
    name VARCHAR(100) NOT NULL,
    type VARCHAR(100) NOT NULL,
    query VARCHAR(2000) NOT NULL,
    shown_columns VARCHAR(2000) NOT NULL,
    sort_order VARCHAR(100) NOT NULL,
    shape VARCHAR(20) NOT NULL,
    shared_role VARCHAR(100),
    shared_unit CHAR(36),
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT saved_view_once UNIQUE (account, type, name)
);
CREATE INDEX saved_view_role ON saved_view (shared_role, id);
CREATE INDEX saved_view_unit ON saved_view (shared_unit, id);

-- pages of widgets, which are kept as JSON; role is there when the audience is one
CREATE TABLE dashboard (
    id CHAR(36) NOT NULL PRIMARY KEY,
    account CHAR(36) NOT NULL,
    name VARCHAR(400) NOT NULL,
    audience VARCHAR(10) NOT NULL,
    role VARCHAR(100),
    widgets TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE INDEX dashboard_account ON dashboard (account, id);
CREATE INDEX dashboard_audience ON dashboard (audience, id);

-- what people chose to begin with
CREATE TABLE dashboard_home (
    account CHAR(36) NOT NULL PRIMARY KEY,
    dashboard_id CHAR(36) NOT NULL
);
CREATE INDEX dashboard_home_dashboard ON dashboard_home (dashboard_id);

-- the parts of the map that are a dimension; one row, none before the first time
CREATE TABLE insight_areas (
    only_row SMALLINT NOT NULL PRIMARY KEY,
    geojson CLOB(16M) NOT NULL,
    version INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL
);

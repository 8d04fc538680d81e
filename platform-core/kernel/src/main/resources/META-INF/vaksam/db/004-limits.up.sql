CREATE TABLE module_limit (
  module VARCHAR(31) NOT NULL PRIMARY KEY,
  concurrent_requests INTEGER,
  statement_seconds INTEGER
);

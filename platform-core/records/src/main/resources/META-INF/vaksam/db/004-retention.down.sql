DROP TABLE retention_item;
DROP TABLE retention_run;
DROP TABLE retention_rule;
DROP TABLE record_hold;
DROP INDEX record_closed;
ALTER TABLE record DROP COLUMN anonymised_at;
ALTER TABLE record DROP COLUMN closed_at;

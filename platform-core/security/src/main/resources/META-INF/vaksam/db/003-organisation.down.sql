DROP TABLE organisation;
DROP TABLE unit_fact;
ALTER TABLE unit DROP COLUMN successor;
ALTER TABLE unit DROP COLUMN version;

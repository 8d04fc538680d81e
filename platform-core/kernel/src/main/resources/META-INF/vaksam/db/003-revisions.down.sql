ALTER TABLE module_operation DROP COLUMN plan_hash;
DROP TABLE module_revision;

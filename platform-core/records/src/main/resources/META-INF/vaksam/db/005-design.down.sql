DROP INDEX record_definition;
DROP TABLE definition_move;
DROP TABLE definition_draft;
DROP TABLE shipped_definition;
ALTER TABLE definition DROP COLUMN reason;
ALTER TABLE definition DROP COLUMN published_by;
ALTER TABLE definition DROP COLUMN own;

DROP TABLE record_release_part;
DROP TABLE record_release;
ALTER TABLE record DROP COLUMN secret_fields;
ALTER TABLE record DROP COLUMN secrecy_ground;

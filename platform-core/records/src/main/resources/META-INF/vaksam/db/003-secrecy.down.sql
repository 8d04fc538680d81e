ALTER TABLE record DROP COLUMN secret_fields;
ALTER TABLE record DROP COLUMN secrecy_ground;

ALTER TABLE signal_told DROP COLUMN type;
ALTER TABLE signal_dismissal DROP COLUMN type;

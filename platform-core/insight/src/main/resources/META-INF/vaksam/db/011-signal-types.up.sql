-- the type of the records; empty for what is from before
ALTER TABLE signal_dismissal ADD COLUMN type VARCHAR(100) DEFAULT '' NOT NULL;
ALTER TABLE signal_told ADD COLUMN type VARCHAR(100) DEFAULT '' NOT NULL;

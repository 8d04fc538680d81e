ALTER TABLE session DROP COLUMN agent;
ALTER TABLE session DROP COLUMN address;
ALTER TABLE session DROP COLUMN method;

-- what a part would bring
CREATE TABLE note (id CHAR(36) PRIMARY KEY, words VARCHAR(32000), made_at TIMESTAMP, seen BOOLEAN);
CREATE INDEX note_made_at ON note (made_at);

-- what files say; pending: 2 is to be read, 1 is to be told to those who search, 0 is done
CREATE TABLE document_text (
    sha256 CHAR(64) NOT NULL PRIMARY KEY REFERENCES document_content (sha256) ON DELETE CASCADE,
    pending SMALLINT NOT NULL,
    state VARCHAR(20) NOT NULL,
    text TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL
);

CREATE INDEX document_text_pending ON document_text (pending, made_at);

INSERT INTO document_text (sha256, pending, state, text, made_at)
    SELECT sha256, 2, 'waiting', '', stored_at FROM document_content;

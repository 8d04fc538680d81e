DROP TABLE document_version;
DROP TABLE document;
DROP TABLE document_thumbnail;
DROP TABLE document_chunk;
DROP TABLE document_content;

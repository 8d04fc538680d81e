DROP TABLE document_text;

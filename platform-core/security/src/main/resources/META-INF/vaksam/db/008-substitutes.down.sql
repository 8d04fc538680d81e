DROP TABLE substitute;

DROP TABLE journal_seal;
DROP TABLE journal;

DROP TABLE idempotency_key;
DROP TABLE record_number;
DROP TABLE record;
DROP TABLE definition;
DROP TABLE record_type;

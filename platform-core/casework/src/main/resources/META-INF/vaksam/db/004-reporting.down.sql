DROP TABLE report_message;
DROP TABLE report_receipt;
DROP TABLE report_key;

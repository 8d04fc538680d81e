ALTER TABLE mail_letter ALTER COLUMN account DROP NOT NULL;
ALTER TABLE mail_letter ADD COLUMN record_id CHAR(36);
ALTER TABLE mail_letter ADD COLUMN says VARCHAR(20);
ALTER TABLE mail_letter ADD COLUMN code VARCHAR(40);
CREATE INDEX mail_letter_record ON mail_letter (record_id);

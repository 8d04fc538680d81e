DELETE FROM mail_letter WHERE account IS NULL;
DROP INDEX mail_letter_record;
ALTER TABLE mail_letter DROP COLUMN code;
ALTER TABLE mail_letter DROP COLUMN says;
ALTER TABLE mail_letter DROP COLUMN record_id;
ALTER TABLE mail_letter ALTER COLUMN account SET NOT NULL;

ALTER TABLE session DROP COLUMN provider_session;
DROP TABLE used_sign_in;
DROP TABLE external_identity;

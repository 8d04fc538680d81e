DROP TABLE pending_sign_in;
DROP TABLE second_factor_role;
DROP TABLE recovery_code;
DROP TABLE second_factor;

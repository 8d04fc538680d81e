DROP TABLE password_reset;
DROP TABLE account_email;

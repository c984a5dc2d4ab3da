ALTER TABLE session DROP COLUMN is_leaders;
DROP TABLE leader_account;
DROP INDEX users_login;
ALTER TABLE users DROP COLUMN login;

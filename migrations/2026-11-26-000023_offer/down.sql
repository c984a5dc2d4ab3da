DROP INDEX users_offered_to;
ALTER TABLE users DROP COLUMN accepted_by;
ALTER TABLE users DROP COLUMN offered_to;

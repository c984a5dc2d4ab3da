-- The file itself waits beside what was read from it, so that it can be read again with other columns. It may hold columns
-- that must not be held: it is sealed, and goes with the draft, when the list is saved or after a day at the latest.
DELETE FROM draft;
ALTER TABLE draft ADD COLUMN file_sealed BYTEA NOT NULL DEFAULT '';
-- what is said about it is said about one version: a page that was left behind corrects nothing
ALTER TABLE draft ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

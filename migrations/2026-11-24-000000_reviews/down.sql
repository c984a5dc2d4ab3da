DELETE FROM draft;
ALTER TABLE draft DROP COLUMN file_sealed;

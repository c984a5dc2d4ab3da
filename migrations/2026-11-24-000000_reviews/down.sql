DELETE FROM draft;
ALTER TABLE draft DROP COLUMN version;
ALTER TABLE draft DROP COLUMN file_sealed;

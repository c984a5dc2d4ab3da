-- A document may hold one name only, which stands as the surname: then there is no given name.
ALTER TABLE particulars ADD COLUMN given_or_none TEXT;
UPDATE particulars SET given_or_none = given_name;
ALTER TABLE particulars DROP COLUMN given_name;
ALTER TABLE particulars RENAME COLUMN given_or_none TO given_name;

-- The version of the rules by which names are sorted and found (`kazakh::KEYS`): when the program knows a newer one, it makes
-- the keys of all stored names again, in the transaction in which it writes the version.
INSERT INTO generation (name, value) VALUES ('name_keys', 0);

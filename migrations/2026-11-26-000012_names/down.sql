DELETE FROM generation WHERE name = 'name_keys';

ALTER TABLE particulars ADD COLUMN given_or_empty TEXT NOT NULL DEFAULT '';
UPDATE particulars SET given_or_empty = COALESCE(given_name, '');
ALTER TABLE particulars DROP COLUMN given_name;
ALTER TABLE particulars RENAME COLUMN given_or_empty TO given_name;

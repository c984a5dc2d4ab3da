-- Who granted a duty, and since when somebody else stands for it: until then it opens no case. Duties of before are confirmed.
ALTER TABLE duty ADD COLUMN granted_by UUID;
ALTER TABLE duty ADD COLUMN confirmed_at TIMESTAMP;
UPDATE duty SET confirmed_at = from_at;

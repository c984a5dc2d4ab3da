ALTER TABLE handoff DROP COLUMN closed_by_user;

ALTER TABLE duty DROP COLUMN confirmed_at;
ALTER TABLE duty DROP COLUMN granted_by;

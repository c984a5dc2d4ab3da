DROP INDEX journal_case;
CREATE INDEX journal_case ON journal (case_id, at);
DROP INDEX journal_chain; DROP INDEX journal_body; DROP INDEX opening_body;
ALTER TABLE opening DROP COLUMN list_id; ALTER TABLE opening DROP COLUMN duty; ALTER TABLE opening DROP COLUMN body_id;

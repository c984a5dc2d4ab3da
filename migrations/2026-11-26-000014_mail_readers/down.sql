DROP INDEX outbox_mailbox;
DROP INDEX outbox_digest;
ALTER TABLE handoff DROP COLUMN closed_by;
ALTER TABLE mail_server DROP COLUMN cause;
DROP TABLE mail_content;
ALTER TABLE outbox DROP COLUMN claimed_at;

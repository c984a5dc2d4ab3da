-- Mail that an institution can rely on: what is known of each delivery, of the server, and what is due to be reminded of.

-- What a reader calls the case, and the duty that the mail is for; mails of before are known by their handoff.
ALTER TABLE outbox ADD COLUMN reference TEXT NOT NULL DEFAULT '';
UPDATE outbox SET reference = COALESCE(
    (SELECT l.reference FROM member_list l WHERE l.id = outbox.case_id),
    (SELECT s.reference FROM squad s WHERE s.id = outbox.case_id),
    'Жасақ');
ALTER TABLE outbox ADD COLUMN duty TEXT;
UPDATE outbox SET duty = (SELECT h.duty FROM handoff h WHERE h.id = outbox.handoff_id);
-- Grows with each claim and never falls: whoever holds an older one has lost the mail to another worker.
ALTER TABLE outbox ADD COLUMN fence INTEGER NOT NULL DEFAULT 0;
-- How often nobody knew whether the server had taken it.
ALTER TABLE outbox ADD COLUMN unknowns INTEGER NOT NULL DEFAULT 0;
-- When this mail was first put off for a cause of its own; an outage of the server is none.
ALTER TABLE outbox ADD COLUMN refused_at TIMESTAMP;
-- Why it failed for good, as a code.
ALTER TABLE outbox ADD COLUMN fault TEXT;
-- Laid aside for its reader's digest, and the digest that took it along.
ALTER TABLE outbox ADD COLUMN held_at TIMESTAMP;
ALTER TABLE outbox ADD COLUMN digest_id UUID;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL;
CREATE INDEX outbox_age ON outbox (created_at) WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_failed_to ON outbox (body_id, failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_refused ON outbox (refused_at) WHERE refused_at IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_held ON outbox (user_id, id) WHERE held_at IS NOT NULL AND digest_id IS NULL;
CREATE INDEX outbox_handoff ON outbox (handoff_id, id);

-- What all workers know of the mail server: one row.
CREATE TABLE mail_server (
    id INTEGER PRIMARY KEY NOT NULL,
    away_since TIMESTAMP,
    -- tries in a row that found it away
    failures INTEGER NOT NULL,
    -- no try before then
    try_at TIMESTAMP,
    last_error TEXT
);
INSERT INTO mail_server (id, failures) VALUES (1, 0);

-- Reminders of a handoff: how many were sent, which comes next, and when. None after it is closed.
ALTER TABLE handoff ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE handoff ADD COLUMN next_reminder TEXT;
ALTER TABLE handoff ADD COLUMN remind_at TIMESTAMP;
-- What was open before is looked at once, and gets its next reminder then.
UPDATE handoff SET remind_at = opened_at WHERE closed_at IS NULL AND nature = 'duty';
CREATE INDEX handoff_remind ON handoff (remind_at, id) WHERE closed_at IS NULL AND remind_at IS NOT NULL;

-- Whoever chose it gets information mails together, once a morning.
ALTER TABLE users ADD COLUMN digest BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE users ADD COLUMN digested_at TIMESTAMP;

-- Mails, written in the transaction of their act.
CREATE TABLE outbox (
    id UUID PRIMARY KEY NOT NULL,
    act_id UUID NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_kind TEXT NOT NULL,
    case_id UUID NOT NULL,
    squad_id UUID REFERENCES squad (id),
    handoff_id UUID REFERENCES handoff (id),
    -- a user reads it under a duty of a body, a mailbox is a body's own, a person holds no duty
    recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('user', 'mailbox', 'person')),
    user_id UUID REFERENCES users (id),
    body_id UUID REFERENCES body (id),
    person_id UUID REFERENCES person (id),
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    -- the token of a link, until the mail has left
    secret_sealed BYTEA,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at TIMESTAMP,
    failed_at TIMESTAMP,
    last_error TEXT,
    -- the case as its readers name it
    reference TEXT NOT NULL,
    -- the duty that the mail is for
    duty TEXT,
    -- grows with each claim and never falls: a worker with an older one has lost the mail to another
    fence INTEGER NOT NULL DEFAULT 0,
    -- deliveries of which nobody knows whether the server took the mail
    unknowns INTEGER NOT NULL DEFAULT 0,
    -- when the mail was first put off for a cause of its own; an outage of the server is none
    refused_at TIMESTAMP,
    -- why it failed for good, as a code
    fault TEXT,
    -- laid aside for its reader's digest, and the digest that took it along
    held_at TIMESTAMP,
    digest_id UUID,
    CHECK (
        (recipient_kind = 'user' AND user_id IS NOT NULL AND body_id IS NOT NULL AND person_id IS NULL)
        OR (recipient_kind = 'mailbox' AND user_id IS NULL AND body_id IS NOT NULL AND person_id IS NULL)
        OR (recipient_kind = 'person' AND user_id IS NULL AND person_id IS NOT NULL)
    )
);
CREATE INDEX outbox_case ON outbox (case_id);
CREATE INDEX outbox_user ON outbox (user_id, created_at);
CREATE INDEX outbox_handoff ON outbox (handoff_id, id);
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL;
CREATE INDEX outbox_age ON outbox (created_at) WHERE sent_at IS NULL AND failed_at IS NULL AND held_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_failed_to ON outbox (body_id, failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_refused ON outbox (refused_at) WHERE refused_at IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_held ON outbox (user_id, id) WHERE held_at IS NOT NULL AND digest_id IS NULL;

-- A part that a mail carries beside its text: a calendar entry, a file.
CREATE TABLE mail_part (
    outbox_id UUID NOT NULL REFERENCES outbox (id),
    position INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    file_name TEXT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (outbox_id, position)
);

-- The state of the mail server as all workers know it: one row.
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

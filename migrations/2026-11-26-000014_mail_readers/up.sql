-- A worker has the mail in hand since then.
ALTER TABLE outbox ADD COLUMN claimed_at TIMESTAMP;

-- What a mail says apart from its reader, so that it can be rendered for another one.
CREATE TABLE mail_content (
    outbox_id UUID PRIMARY KEY NOT NULL REFERENCES outbox (id),
    content TEXT NOT NULL
);

-- Why the server does not take us, as a code.
ALTER TABLE mail_server ADD COLUMN cause TEXT;

-- The body whose act closed it.
ALTER TABLE handoff ADD COLUMN closed_by UUID REFERENCES body (id);

-- A digest that did not leave gives back what it took along.
CREATE INDEX outbox_digest ON outbox (digest_id) WHERE digest_id IS NOT NULL;

-- The last mails to a mailbox, as the page of its body shows them.
CREATE INDEX outbox_mailbox ON outbox (body_id, created_at, id) WHERE recipient_kind = 'mailbox';

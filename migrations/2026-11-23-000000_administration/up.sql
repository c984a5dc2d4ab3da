-- People and bodies: succession and former names of bodies, known devices, links that travel by mail.

ALTER TABLE body ADD COLUMN succeeded_by UUID REFERENCES body (id);
ALTER TABLE body ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Every name a body has had, each from its moment on: what is dated shows the name of its time.
CREATE TABLE body_name (
    body_id UUID NOT NULL REFERENCES body (id),
    from_at TIMESTAMP NOT NULL,
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (body_id, from_at)
);
INSERT INTO body_name (body_id, from_at, name_kk, name_ru, name_en) SELECT id, valid_from, name_kk, name_ru, name_en FROM body;

-- Browser and system in two words, such as "Chrome, Windows"; never the whole header.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';

-- A browser that has signed in to an account: its attempts are counted apart from those of the rest of the world.
CREATE TABLE device (
    token_hash BYTEA NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    seen_at TIMESTAMP NOT NULL,
    failed_sign_ins INTEGER NOT NULL,
    blocked_until TIMESTAMP,
    PRIMARY KEY (token_hash, user_id)
);
CREATE INDEX device_user ON device (user_id);

-- Somebody asked for a link that sets a new password; the address, known or not, is sealed until it is looked up.
CREATE TABLE reset_request (
    id UUID PRIMARY KEY NOT NULL,
    address_sealed BYTEA NOT NULL,
    asked_at TIMESTAMP NOT NULL
);

-- Mails about people and bodies belong to no squad, and some carry a token, sealed until they have left.
CREATE TABLE outbox_new (
    id UUID PRIMARY KEY NOT NULL,
    act_id UUID NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_kind TEXT NOT NULL,
    case_id UUID NOT NULL,
    squad_id UUID REFERENCES squad (id),
    handoff_id UUID REFERENCES handoff (id),
    user_id UUID REFERENCES users (id),
    body_id UUID NOT NULL REFERENCES body (id),
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    secret_sealed BYTEA,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at TIMESTAMP,
    failed_at TIMESTAMP,
    last_error TEXT
);
INSERT INTO outbox_new (id, act_id, act, kind, case_kind, case_id, squad_id, handoff_id, user_id, body_id, address, subject,
    body_text, body_html, created_at, due_at, attempts, sent_at, failed_at, last_error)
SELECT id, act_id, act, kind, case_kind, case_id, squad_id, handoff_id, user_id, body_id, address, subject,
    body_text, body_html, created_at, due_at, attempts, sent_at, failed_at, last_error FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_case ON outbox (case_id);
CREATE INDEX outbox_user ON outbox (user_id, created_at);

-- When somebody has shown to read the account's mail: by a link that came there, or by the operator's word.
ALTER TABLE users ADD COLUMN proven_at TIMESTAMP;
UPDATE users SET proven_at = created_at;
ALTER TABLE link ADD COLUMN proves BOOLEAN NOT NULL DEFAULT TRUE;

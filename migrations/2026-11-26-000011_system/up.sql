-- The key of a form, used once by its caller. The result is NULL until the act is done; a second submit shows the first
-- one's result.
CREATE TABLE idempotency (
    caller_kind TEXT NOT NULL CHECK (caller_kind IN ('user', 'link', 'applicant')),
    caller_id UUID NOT NULL,
    form_key TEXT NOT NULL,
    act TEXT NOT NULL,
    result_id UUID,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (caller_kind, caller_id, form_key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

-- Serials of references.
CREATE TABLE counter (
    name TEXT PRIMARY KEY NOT NULL,
    value BIGINT NOT NULL
);

-- A value sealed by the key file in use: another key file is refused at start.
CREATE TABLE canary (
    id INTEGER PRIMARY KEY NOT NULL,
    content_sealed BYTEA NOT NULL
);

-- Numbers that grow when something changes that nodes keep in memory.
CREATE TABLE generation (
    name TEXT PRIMARY KEY NOT NULL,
    value BIGINT NOT NULL
);
INSERT INTO generation (name, value) VALUES ('bodies', 1);

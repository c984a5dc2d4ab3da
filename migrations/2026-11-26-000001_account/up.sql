-- One dialect for SQLite and PostgreSQL: the program makes ids and times (UTC), text is declared as TEXT, and no constraint is
-- added to a table later. A migration that has landed is never edited.

CREATE TABLE users (
    id UUID PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT,
    failed_sign_ins INTEGER NOT NULL DEFAULT 0,
    blocked_until TIMESTAMP,
    disabled_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    -- when the user first showed that this address is read: by a link sent there, or by the operator's word
    proven_at TIMESTAMP,
    -- information mails come together, once a morning
    digest BOOLEAN NOT NULL DEFAULT FALSE,
    digested_at TIMESTAMP,
    -- light, dark, or as the system says
    theme TEXT NOT NULL DEFAULT 'system'
);

CREATE TABLE session (
    token_hash BYTEA PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    form_token TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    -- browser and system in two words, such as "Chrome, Windows"; never the whole header
    device TEXT NOT NULL
);
CREATE INDEX session_of_user ON session (user_id);

-- Links that set a password: used once, by POST.
CREATE TABLE link (
    token_hash BYTEA PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP,
    -- whether using it shows that its reader reads the account's mail
    proves BOOLEAN NOT NULL
);

-- A browser that has signed in to an account: its attempts are counted apart from all others.
CREATE TABLE known_browser (
    token_hash BYTEA NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    seen_at TIMESTAMP NOT NULL,
    failed_sign_ins INTEGER NOT NULL,
    blocked_until TIMESTAMP,
    PRIMARY KEY (token_hash, user_id)
);
CREATE INDEX known_browser_user ON known_browser (user_id);

-- Requests for a link that sets a new password. The address, known or not, is sealed until it is looked up.
CREATE TABLE reset_request (
    id UUID PRIMARY KEY NOT NULL,
    address_sealed BYTEA NOT NULL,
    asked_at TIMESTAMP NOT NULL
);

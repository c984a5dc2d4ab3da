-- The form of a session that had ended by time, for an hour. It goes with its session: at sign-out, with a new password, when
-- the account is disabled.
CREATE TABLE parked_form (
    id UUID PRIMARY KEY NOT NULL,
    session_hash BYTEA NOT NULL UNIQUE REFERENCES session (token_hash) ON DELETE CASCADE,
    content_sealed BYTEA NOT NULL,
    parked_at TIMESTAMP NOT NULL
);

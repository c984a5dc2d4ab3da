-- The journal: the exact hashed bytes, and beside them the columns that a look-up needs. No row is ever changed.
CREATE TABLE journal (
    chain TEXT NOT NULL,
    number BIGINT NOT NULL,
    act_id UUID NOT NULL,
    act TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    user_id UUID,
    body_id UUID,
    subject TEXT NOT NULL,
    subject_id UUID NOT NULL,
    case_id UUID NOT NULL,
    payload BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (chain, number)
);
CREATE INDEX journal_case ON journal (case_id, act_id);
CREATE INDEX journal_subject ON journal (subject_id, at);
CREATE INDEX journal_body ON journal (body_id, at, chain, number);
CREATE INDEX journal_chain ON journal (chain, at, number);

CREATE TABLE journal_head (
    chain TEXT PRIMARY KEY NOT NULL,
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

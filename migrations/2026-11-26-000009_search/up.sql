-- Words of names: folded, each letter one byte (`kazakh::words`), so that the beginning of a word is a range of bytes that both
-- databases compare alike. Every reader finds them through an akimat. The subject is a membership or a squad.
CREATE TABLE name_index (
    subject_id UUID NOT NULL,
    word BYTEA NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('membership', 'squad')),
    akimat_id UUID NOT NULL REFERENCES body (id),
    -- the squad itself or the membership's squad, for readers who see some of an akimat's squads
    squad_id UUID NOT NULL REFERENCES squad (id),
    -- the subject's place in Kazakh order: a page is cut before anything else is read
    sort_key BYTEA NOT NULL,
    PRIMARY KEY (subject_id, word)
);
CREATE INDEX name_index_found ON name_index (akimat_id, kind, word, sort_key, subject_id, squad_id);

-- The words of a search, sealed: a page of results has an id in its address and no name.
CREATE TABLE search (
    id UUID PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    query_sealed BYTEA NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX search_expires ON search (expires_at);

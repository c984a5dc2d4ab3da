-- Words of names: folded, each letter one byte (`kazakh::words`), so that the beginning of a word is a range of bytes
-- that both databases compare alike. Found through the akimat whose squad it is; every reader's way leads through
-- akimats. The subject is a membership or a squad.
CREATE TABLE name_word (
    subject_id UUID NOT NULL,
    word BYTEA NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('membership', 'squad')),
    akimat_id UUID NOT NULL REFERENCES body (id),
    -- the squad that it is or that the membership is of, for readers who see some of an akimat's squads
    squad_id UUID NOT NULL REFERENCES squad (id),
    -- the subject's place in Kazakh order, so that a page is cut before anything else is read
    sort_key BYTEA NOT NULL,
    PRIMARY KEY (subject_id, word)
);
CREATE INDEX name_word_found ON name_word (akimat_id, kind, word, sort_key, subject_id, squad_id);

-- What was searched for, sealed: a page of results has an id in its address and no name.
CREATE TABLE search (
    id UUID PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    query_sealed BYTEA NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX search_expires ON search (expires_at);

-- Numbers that offices know their papers by.
CREATE INDEX dispatch_outgoing ON dispatch (outgoing_number, list_id);
CREATE INDEX dispatch_incoming ON dispatch (incoming_number, list_id);
CREATE INDEX decision_by_number ON decision (council_id, number);

-- Pages that are filtered.
DROP INDEX member_list_squad;
CREATE INDEX member_list_squad ON member_list (squad_id, id);
CREATE INDEX list_entry_state ON list_entry (list_id, state);
CREATE INDEX squad_council ON squad (council_id, sort_key, id);
CREATE INDEX leadership_squad ON leadership (squad_id, state);
CREATE INDEX decision_page ON decision (council_id, id);
CREATE INDEX book_entry_page ON book_entry (unit_id, section, id);

-- The groups of an inbox: each is a range of one of these, so that none is longer to read for what stands in the others.
DROP INDEX handoff_inbox;
DROP INDEX handoff_from;
CREATE INDEX handoff_age ON handoff (to_body, duty, nature, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX handoff_due ON handoff (to_body, duty, due_nature, due_at, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX handoff_new ON handoff (to_body, duty, nature, due_at, opened_at, id) WHERE closed_at IS NULL AND first_opened_at IS NULL;
CREATE INDEX handoff_seen ON handoff (to_body, duty, nature, due_at, opened_at, id) WHERE closed_at IS NULL AND first_opened_at IS NOT NULL;
CREATE INDEX handoff_others ON handoff (from_body, nature, opened_at, id) WHERE closed_at IS NULL AND from_body <> to_body;
CREATE INDEX handoff_closed ON handoff (to_body, duty, closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX handoff_case ON handoff (case_id);

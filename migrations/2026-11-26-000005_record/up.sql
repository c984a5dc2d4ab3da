-- The border-service book (clause 23): entries are added, never changed. They are numbered within unit and section.
CREATE TABLE book_entry (
    id UUID PRIMARY KEY NOT NULL,
    unit_id UUID NOT NULL REFERENCES body (id),
    section TEXT NOT NULL CHECK (section IN ('persons', 'results')),
    number BIGINT NOT NULL,
    -- the kinds of the section of people are known; those of the section of results are words of the program
    kind TEXT NOT NULL CHECK (section <> 'persons' OR kind IN ('registered', 'off_record')),
    -- an entry of the section of people is about a membership, one of the section of results need not be
    membership_id UUID REFERENCES membership (id) CHECK (section <> 'persons' OR membership_id IS NOT NULL),
    paper_page TEXT,
    entered_at TIMESTAMP NOT NULL,
    journal_chain TEXT NOT NULL,
    journal_number BIGINT NOT NULL,
    journal_hash BYTEA NOT NULL
);
CREATE UNIQUE INDEX book_entry_number ON book_entry (unit_id, section, number);
CREATE INDEX book_entry_membership ON book_entry (membership_id);
CREATE INDEX book_entry_page ON book_entry (unit_id, section, id);

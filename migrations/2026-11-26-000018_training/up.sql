-- Legal training at the base of a military unit (clauses 11, 13): an event of one structural unit. Several squads may attend it.
CREATE TABLE training (
    id UUID PRIMARY KEY NOT NULL,
    unit_id UUID NOT NULL REFERENCES body (id),
    held_on DATE NOT NULL,
    base TEXT NOT NULL,
    held_by TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX training_event ON training (unit_id, held_on, base, held_by);

-- The day of the last training: the measures of clause 10 begin with one.
ALTER TABLE membership ADD COLUMN trained_on DATE;
CREATE INDEX membership_untrained ON membership (squad_id) WHERE state = 'registered' AND trained_on IS NULL;

-- The book takes trainings, and corrections: a new entry beside the one that it corrects.
ALTER TABLE book_entry RENAME TO book_entry_before;
CREATE TABLE book_entry (
    id UUID PRIMARY KEY NOT NULL,
    unit_id UUID NOT NULL REFERENCES body (id),
    section TEXT NOT NULL CHECK (section IN ('persons', 'results')),
    number BIGINT NOT NULL,
    -- the kinds are words of the program
    kind TEXT NOT NULL,
    -- an entry of the section of people is about a membership, one of the section of results need not be
    membership_id UUID REFERENCES membership (id) CHECK (section <> 'persons' OR membership_id IS NOT NULL),
    paper_page TEXT,
    entered_at TIMESTAMP NOT NULL,
    journal_chain TEXT NOT NULL,
    journal_number BIGINT NOT NULL,
    journal_hash BYTEA NOT NULL,
    training_id UUID REFERENCES training (id),
    -- the entry that this one corrects
    corrects_id UUID REFERENCES book_entry (id)
);
INSERT INTO book_entry (id, unit_id, section, number, kind, membership_id, paper_page, entered_at,
    journal_chain, journal_number, journal_hash)
SELECT id, unit_id, section, number, kind, membership_id, paper_page, entered_at,
    journal_chain, journal_number, journal_hash
FROM book_entry_before;
DROP TABLE book_entry_before;
CREATE UNIQUE INDEX book_entry_number ON book_entry (unit_id, section, number);
CREATE INDEX book_entry_membership ON book_entry (membership_id);
CREATE INDEX book_entry_page ON book_entry (unit_id, section, id);
CREATE UNIQUE INDEX book_entry_corrects ON book_entry (corrects_id) WHERE corrects_id IS NOT NULL;

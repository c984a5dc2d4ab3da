-- A person's application to become a freelance officer (clauses 16-18), to one subdivision. No akimat or council may see a row; the
-- structural unit does once the person is in its book.
CREATE TABLE application (
    id UUID PRIMARY KEY NOT NULL,
    territory_id UUID NOT NULL REFERENCES body (id),
    unit_id UUID REFERENCES body (id),
    -- the subdivision that received it: numbers run on there, also after a succession
    received_by UUID NOT NULL REFERENCES body (id),
    reference TEXT NOT NULL,
    -- submitted and set aside are states of the public page
    state TEXT NOT NULL CHECK (state IN
        ('submitted', 'received', 'being_vetted', 'accepted', 'refused', 'withdrawn', 'set_aside')),
    version INTEGER NOT NULL,
    -- day 0 of the thirty
    received_on DATE NOT NULL,
    incoming_number TEXT,
    entered_at TIMESTAMP NOT NULL,
    -- when it was decided or withdrawn: its copies are kept for some days more
    settled_at TIMESTAMP,
    UNIQUE (received_by, reference)
);
CREATE INDEX application_territory ON application (territory_id, id);
CREATE INDEX application_state ON application (territory_id, state, received_on, id);
CREATE INDEX application_unit ON application (unit_id, id) WHERE unit_id IS NOT NULL;

-- That a register was asked or answered, and when; never its answer. Deleted with the decision.
CREATE TABLE application_register (
    application_id UUID NOT NULL REFERENCES application (id),
    register TEXT NOT NULL CHECK (register IN ('criminal_record', 'narcological', 'psychoneurological')),
    asked_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    PRIMARY KEY (application_id, register)
);

-- A record is of a volunteer in a squad, or of a freelance officer by an application (clause 8). SQLite changes no column: each is
-- rebuilt beside the old one.
DROP INDEX membership_current;
DROP INDEX membership_untrained;
ALTER TABLE membership ADD COLUMN of_squad UUID REFERENCES squad (id);
UPDATE membership SET of_squad = squad_id;
ALTER TABLE membership DROP COLUMN squad_id;
ALTER TABLE membership RENAME COLUMN of_squad TO squad_id;
ALTER TABLE membership ADD COLUMN application_id UUID REFERENCES application (id)
    CHECK ((application_id IS NULL) = (squad_id IS NOT NULL));
-- every row is given its state by the statement that inserts it
ALTER TABLE membership ADD COLUMN stands TEXT NOT NULL DEFAULT 'withdrawn' CHECK (stands IN
    ('proposed', 'listed', 'being_vetted', 'registered', 'to_be_removed', 'removed', 'refused', 'off_record', 'withdrawn'));
UPDATE membership SET stands = state;
ALTER TABLE membership DROP COLUMN state;
ALTER TABLE membership RENAME COLUMN stands TO state;
CREATE UNIQUE INDEX membership_current ON membership (squad_id, person_id)
    WHERE state NOT IN ('removed', 'off_record', 'withdrawn');
CREATE INDEX membership_untrained ON membership (squad_id) WHERE state = 'registered' AND trained_on IS NULL;
CREATE UNIQUE INDEX membership_application ON membership (application_id) WHERE application_id IS NOT NULL;

-- The subdivision informs an applicant, as a unit informs whom it took off the record.
DROP INDEX notice_duty_unit;
DROP INDEX notice_duty_squad;
ALTER TABLE notice_duty RENAME COLUMN unit_id TO body_id;
ALTER TABLE notice_duty ADD COLUMN of_squad UUID REFERENCES squad (id);
UPDATE notice_duty SET of_squad = squad_id;
ALTER TABLE notice_duty DROP COLUMN squad_id;
ALTER TABLE notice_duty RENAME COLUMN of_squad TO squad_id;
CREATE INDEX notice_duty_body ON notice_duty (body_id, state, id);
CREATE INDEX notice_duty_squad ON notice_duty (squad_id, state);
CREATE INDEX notice_duty_membership ON notice_duty (membership_id);
ALTER TABLE contact RENAME COLUMN unit_id TO body_id;

-- A page of a copy may be of an application: of the identity document, or of the certificate of insurance.
ALTER TABLE copy RENAME TO copy_before;
CREATE TABLE copy (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID REFERENCES member_list (id),
    entry_id UUID REFERENCES list_entry (id),
    decision_id UUID REFERENCES decision (id),
    application_id UUID REFERENCES application (id),
    -- what a page of an application shows
    shows TEXT CHECK (shows IN ('identity', 'insurance')),
    position INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BYTEA NOT NULL,
    content_sealed BYTEA NOT NULL,
    thumbnail_sealed BYTEA,
    source_sealed BYTEA,
    caller_kind TEXT NOT NULL CHECK (caller_kind IN ('user', 'link', 'applicant', 'system')),
    caller_id UUID,
    attached_at TIMESTAMP NOT NULL,
    -- a page that travelled and was taken away since: its receiver sees it until the next sending
    taken_away_at TIMESTAMP,
    sent_hmac BYTEA,
    CHECK (
        (CASE WHEN list_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN entry_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN decision_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN application_id IS NULL THEN 0 ELSE 1 END) = 1
    ),
    CHECK ((application_id IS NULL) = (shows IS NULL)),
    CHECK ((caller_kind = 'system') = (caller_id IS NULL))
);
INSERT INTO copy (id, list_id, entry_id, decision_id, position, media_type, size, sha256, content_sealed, thumbnail_sealed,
    source_sealed, caller_kind, caller_id, attached_at, taken_away_at, sent_hmac)
SELECT id, list_id, entry_id, decision_id, position, media_type, size, sha256, content_sealed, thumbnail_sealed,
    source_sealed, caller_kind, caller_id, attached_at, taken_away_at, sent_hmac
FROM copy_before;
DROP TABLE copy_before;
CREATE INDEX copy_list ON copy (list_id, position);
CREATE INDEX copy_entry ON copy (entry_id, position);
CREATE INDEX copy_decision ON copy (decision_id, position);
CREATE INDEX copy_application ON copy (application_id, position);
CREATE INDEX copy_sent ON copy (sent_hmac);

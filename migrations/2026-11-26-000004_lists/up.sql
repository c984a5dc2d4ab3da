-- The akimat may see its list, the territorial subdivision from the first sending on: until then it is NULL.
CREATE TABLE member_list (
    id UUID PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    squad_id UUID NOT NULL REFERENCES squad (id),
    akimat_id UUID NOT NULL REFERENCES body (id),
    territory_id UUID REFERENCES body (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'received', 'answered', 'closed')),
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX member_list_draft ON member_list (squad_id) WHERE state = 'draft';
CREATE INDEX member_list_squad ON member_list (squad_id, id);
CREATE INDEX member_list_akimat ON member_list (akimat_id, id);
CREATE INDEX member_list_territory ON member_list (territory_id, id) WHERE territory_id IS NOT NULL;

-- One membership on one list; a membership is on one list only.
CREATE TABLE list_entry (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID NOT NULL REFERENCES member_list (id),
    membership_id UUID NOT NULL UNIQUE REFERENCES membership (id),
    position INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'returned', 'answered', 'withdrawn')),
    -- the first sending that it travelled in; until then only the akimat sees it
    sent_in UUID,
    -- the correction that a returned entry needs: a code of a closed list, never free text
    return_code TEXT,
    version INTEGER NOT NULL,
    -- when it got its outcome or was withdrawn: its copy is kept for some days more
    settled_at TIMESTAMP,
    UNIQUE (list_id, position)
);
CREATE INDEX list_entry_state ON list_entry (list_id, state);

-- That a register was asked or answered, and when; never its answer. Deleted when the outcome is returned.
CREATE TABLE register_note (
    entry_id UUID NOT NULL REFERENCES list_entry (id),
    register TEXT NOT NULL CHECK (register IN ('criminal_record', 'narcological', 'psychoneurological')),
    asked_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    PRIMARY KEY (entry_id, register)
);

-- One sending of a list, with the values that were sent, and its receipt. It is never changed, but the receipt is added.
CREATE TABLE dispatch (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID NOT NULL REFERENCES member_list (id),
    serial INTEGER NOT NULL,
    outgoing_number TEXT NOT NULL,
    outgoing_date DATE NOT NULL,
    sent_by UUID NOT NULL REFERENCES users (id),
    sent_at TIMESTAMP NOT NULL,
    -- the sender's statement: citizenship, own will and consent of each person (clauses 1, 14)
    stated_on DATE NOT NULL,
    territory_id UUID NOT NULL REFERENCES body (id),
    entries INTEGER NOT NULL,
    snapshot_sealed BYTEA NOT NULL,
    snapshot_sha256 BYTEA NOT NULL,
    incoming_number TEXT,
    incoming_date DATE,
    received_by UUID REFERENCES users (id),
    received_at TIMESTAMP,
    UNIQUE (list_id, serial)
);
CREATE INDEX dispatch_outgoing ON dispatch (outgoing_number, list_id);
CREATE INDEX dispatch_incoming ON dispatch (incoming_number, list_id);

-- The akimat's corrections of a returned entry: sealed, and seen by nobody else until the entry is sent again.
CREATE TABLE correction (
    entry_id UUID PRIMARY KEY NOT NULL REFERENCES list_entry (id),
    content_sealed BYTEA NOT NULL,
    typed_by UUID NOT NULL REFERENCES body (id),
    typed_at TIMESTAMP NOT NULL
);

-- A page of a copy: of an entry's ID card (clause 19), of the minutes of a decision, or of a list whose clerk has yet to say
-- whose page it is. Its bytes are in the database so that every node has them.
CREATE TABLE copy (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID REFERENCES member_list (id),
    entry_id UUID REFERENCES list_entry (id),
    decision_id UUID REFERENCES decision (id),
    position INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BYTEA NOT NULL,
    content_sealed BYTEA NOT NULL,
    thumbnail_sealed BYTEA,
    -- name of the file it came from: offices write names and numbers of people into it
    source_sealed BYTEA,
    caller_kind TEXT NOT NULL CHECK (caller_kind IN ('user', 'link', 'applicant', 'system')),
    caller_id UUID,
    attached_at TIMESTAMP NOT NULL,
    -- a page that travelled and was taken away since: its receiver sees it until the next sending
    taken_away_at TIMESTAMP,
    CHECK (
        (CASE WHEN list_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN entry_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN decision_id IS NULL THEN 0 ELSE 1 END) = 1
    ),
    CHECK ((caller_kind = 'system') = (caller_id IS NULL))
);
CREATE INDEX copy_list ON copy (list_id, position);
CREATE INDEX copy_entry ON copy (entry_id, position);
CREATE INDEX copy_decision ON copy (decision_id, position);

-- A list that was read and waits for its reader's confirmation, with the file it was read from, which may be read again with
-- other columns. The file may hold columns that must not be kept: both are sealed, and deleted when the list is saved or the
-- draft expires.
CREATE TABLE draft (
    id UUID PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    akimat_id UUID NOT NULL REFERENCES body (id),
    content_sealed BYTEA NOT NULL,
    file_sealed BYTEA NOT NULL,
    -- a correction is about one version: a page that is out of date corrects nothing
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);

-- An import leaves the name and hash of the file, never the file.
CREATE TABLE list_import (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID NOT NULL REFERENCES member_list (id),
    file_name TEXT NOT NULL,
    file_sha256 BYTEA NOT NULL,
    rows_saved INTEGER NOT NULL,
    imported_by UUID NOT NULL REFERENCES users (id),
    imported_at TIMESTAMP NOT NULL
);

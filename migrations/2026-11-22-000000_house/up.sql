-- One dialect for SQLite and PostgreSQL: client-made ids, bound times (UTC), text declared as TEXT, no ALTER … ADD CONSTRAINT.

CREATE TABLE body (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('akimat', 'council', 'territorial_subdivision', 'structural_unit')),
    -- council → its akimat; structural unit → its territorial subdivision
    parent_id UUID REFERENCES body (id),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- mailbox that gets a mail when nobody holds the duty it is for
    email TEXT NOT NULL,
    -- days a territorial subdivision gives itself to vet a list; not set by the Rules
    vetting_days INTEGER NOT NULL DEFAULT 15,
    valid_from TIMESTAMP NOT NULL,
    valid_to TIMESTAMP
);
CREATE INDEX body_parent ON body (parent_id);

-- Which structural units an akimat may name as leading a squad: nobody is shown units it has nothing to do with.
CREATE TABLE service_area (
    unit_id UUID NOT NULL REFERENCES body (id),
    akimat_id UUID NOT NULL REFERENCES body (id),
    PRIMARY KEY (unit_id, akimat_id)
);

CREATE TABLE users (
    id UUID PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT,
    failed_sign_ins INTEGER NOT NULL DEFAULT 0,
    blocked_until TIMESTAMP,
    disabled_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE duty (
    id UUID PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    body_id UUID NOT NULL REFERENCES body (id),
    kind TEXT NOT NULL,
    from_at TIMESTAMP NOT NULL,
    to_at TIMESTAMP,
    deputy_for UUID REFERENCES users (id)
);
CREATE INDEX duty_user ON duty (user_id);
CREATE INDEX duty_body ON duty (body_id, kind);

CREATE TABLE session (
    token_hash BYTEA PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    form_token TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
CREATE INDEX session_of_user ON session (user_id);

-- Links that set a password: used once, by POST.
CREATE TABLE link (
    token_hash BYTEA PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);

-- A bare identity: its IIN stands in the particulars, sealed; here only its keyed hash.
CREATE TABLE person (
    id UUID PRIMARY KEY NOT NULL,
    iin_hmac BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE squad (
    id UUID PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    akimat_id UUID NOT NULL REFERENCES body (id),
    council_id UUID NOT NULL REFERENCES body (id),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    area TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'created', 'rejected')),
    sort_key BYTEA NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX squad_akimat ON squad (akimat_id, sort_key, id);

-- Which structural unit leads the squad, and since when (clause 3).
CREATE TABLE attachment (
    id UUID PRIMARY KEY NOT NULL,
    squad_id UUID NOT NULL REFERENCES squad (id),
    unit_id UUID NOT NULL REFERENCES body (id),
    from_at TIMESTAMP NOT NULL,
    to_at TIMESTAMP
);
CREATE UNIQUE INDEX attachment_current ON attachment (squad_id) WHERE to_at IS NULL;
CREATE INDEX attachment_unit ON attachment (unit_id);

CREATE TABLE membership (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    squad_id UUID NOT NULL REFERENCES squad (id),
    state TEXT NOT NULL CHECK (state IN
        ('proposed', 'listed', 'being_vetted', 'registered', 'to_be_removed', 'removed', 'off_record', 'withdrawn')),
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX membership_current ON membership (squad_id, person_id)
    WHERE state NOT IN ('removed', 'off_record', 'withdrawn');
CREATE INDEX membership_person ON membership (person_id);

CREATE TABLE particulars (
    membership_id UUID PRIMARY KEY NOT NULL REFERENCES membership (id),
    typed_by UUID NOT NULL REFERENCES body (id),
    surname TEXT NOT NULL,
    given_name TEXT NOT NULL,
    patronymic TEXT,
    iin_sealed BYTEA NOT NULL,
    birth_date DATE,
    document_kind TEXT NOT NULL CHECK (document_kind IN ('id_card', 'passport')),
    document_number_sealed BYTEA,
    address TEXT,
    phone TEXT,
    sort_key BYTEA NOT NULL,
    search_text TEXT NOT NULL
);

CREATE TABLE member_list (
    id UUID PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    squad_id UUID NOT NULL REFERENCES squad (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'received', 'answered', 'closed')),
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX member_list_draft ON member_list (squad_id) WHERE state = 'draft';
CREATE INDEX member_list_squad ON member_list (squad_id);

-- One membership on one list; a membership stands on one list only.
CREATE TABLE list_entry (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID NOT NULL REFERENCES member_list (id),
    membership_id UUID NOT NULL UNIQUE REFERENCES membership (id),
    position INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'returned', 'answered', 'withdrawn')),
    -- the first sending that it travelled in; what never travelled is nobody's but the akimat's
    sent_in UUID,
    -- what to mend in a returned entry: a code of a closed list, never free text
    return_code TEXT,
    version INTEGER NOT NULL,
    UNIQUE (list_id, position)
);

-- That a register was asked or answered, and when; never what it said. Deleted when the outcome is returned.
CREATE TABLE register_note (
    entry_id UUID NOT NULL REFERENCES list_entry (id),
    register TEXT NOT NULL CHECK (register IN ('criminal_record', 'narcological', 'psychoneurological')),
    asked_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    PRIMARY KEY (entry_id, register)
);

-- The ID-card copy of an entry (clause 19), sealed; its bytes are in the database so that every node has them.
CREATE TABLE copy (
    id UUID PRIMARY KEY NOT NULL,
    entry_id UUID NOT NULL UNIQUE REFERENCES list_entry (id),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BYTEA NOT NULL,
    content_sealed BYTEA NOT NULL,
    attached_by UUID NOT NULL REFERENCES users (id),
    attached_at TIMESTAMP NOT NULL
);

-- One sending of a list, with what was sent, and its receipt. Never changed but to add the receipt.
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

CREATE TABLE decision (
    id UUID PRIMARY KEY NOT NULL,
    council_id UUID NOT NULL REFERENCES body (id),
    squad_id UUID NOT NULL REFERENCES squad (id),
    kind TEXT NOT NULL CHECK (kind IN ('create', 'appoint', 'reject')),
    number TEXT NOT NULL,
    year INTEGER NOT NULL,
    decided_on DATE NOT NULL,
    presided_by TEXT NOT NULL,
    votes_for INTEGER NOT NULL,
    votes_against INTEGER NOT NULL,
    votes_abstained INTEGER NOT NULL,
    edition TEXT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES users (id),
    recorded_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX decision_number ON decision (council_id, year, number);
CREATE INDEX decision_squad ON decision (squad_id);

-- No end date at appointment (clause 7): ended_at is set by a circumstance of clause 15 only.
CREATE TABLE leadership (
    id UUID PRIMARY KEY NOT NULL,
    squad_id UUID NOT NULL REFERENCES squad (id),
    membership_id UUID NOT NULL REFERENCES membership (id),
    decision_id UUID NOT NULL REFERENCES decision (id),
    state TEXT NOT NULL CHECK (state IN ('awaiting_registration', 'in_office', 'ended', 'lapsed')),
    appointed_at TIMESTAMP NOT NULL,
    in_office_at TIMESTAMP,
    ended_at TIMESTAMP,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX leadership_open ON leadership (squad_id) WHERE state IN ('awaiting_registration', 'in_office');

-- The border-service book (clause 23): entries are added, never changed. Number within unit and section.
CREATE TABLE book_entry (
    id UUID PRIMARY KEY NOT NULL,
    unit_id UUID NOT NULL REFERENCES body (id),
    section TEXT NOT NULL CHECK (section IN ('persons', 'results')),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('registered', 'off_record')),
    membership_id UUID NOT NULL REFERENCES membership (id),
    paper_page TEXT,
    entered_at TIMESTAMP NOT NULL,
    journal_chain TEXT NOT NULL,
    journal_number BIGINT NOT NULL,
    journal_hash BYTEA NOT NULL
);
CREATE UNIQUE INDEX book_entry_number ON book_entry (unit_id, section, number);
CREATE INDEX book_entry_membership ON book_entry (membership_id);

CREATE TABLE handoff (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('duty', 'information')),
    case_kind TEXT NOT NULL,
    case_id UUID NOT NULL,
    squad_id UUID NOT NULL REFERENCES squad (id),
    from_body UUID NOT NULL REFERENCES body (id),
    to_body UUID NOT NULL REFERENCES body (id),
    duty TEXT NOT NULL,
    opened_by_act UUID NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP,
    due_nature TEXT CHECK (due_nature IN ('statutory', 'internal')),
    first_opened_by UUID REFERENCES users (id),
    first_opened_at TIMESTAMP,
    closed_by_act UUID,
    closed_at TIMESTAMP
);
CREATE UNIQUE INDEX handoff_open ON handoff (kind, case_id, to_body) WHERE closed_at IS NULL;
CREATE INDEX handoff_inbox ON handoff (to_body, opened_at) WHERE closed_at IS NULL;
CREATE INDEX handoff_from ON handoff (from_body, opened_at) WHERE closed_at IS NULL;

-- The journal: the exact hashed bytes and, beside them, what a look-up needs. Nothing here is ever changed.
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
CREATE INDEX journal_case ON journal (case_id, at);
CREATE INDEX journal_subject ON journal (subject_id, at);

CREATE TABLE journal_head (
    chain TEXT PRIMARY KEY NOT NULL,
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

-- Mails, written in the transaction of the act that they tell of.
CREATE TABLE outbox (
    id UUID PRIMARY KEY NOT NULL,
    act_id UUID NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_kind TEXT NOT NULL,
    case_id UUID NOT NULL,
    squad_id UUID NOT NULL REFERENCES squad (id),
    handoff_id UUID REFERENCES handoff (id),
    user_id UUID REFERENCES users (id),
    body_id UUID NOT NULL REFERENCES body (id),
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at TIMESTAMP,
    failed_at TIMESTAMP,
    last_error TEXT
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_case ON outbox (case_id);

-- The key of a form, used once, with what it led to: a second submit shows the first one's result.
CREATE TABLE idempotency (
    form_key TEXT PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    act TEXT NOT NULL,
    result_id UUID NOT NULL,
    created_at TIMESTAMP NOT NULL
);

-- A list that was read and waits for its reader's confirmation; sealed, and gone when it expires.
CREATE TABLE draft (
    id UUID PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    akimat_id UUID NOT NULL REFERENCES body (id),
    content_sealed BYTEA NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);

-- What an import leaves: the name and hash of the file, never the file.
CREATE TABLE list_import (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID NOT NULL REFERENCES member_list (id),
    file_name TEXT NOT NULL,
    file_sha256 BYTEA NOT NULL,
    rows_saved INTEGER NOT NULL,
    imported_by UUID NOT NULL REFERENCES users (id),
    imported_at TIMESTAMP NOT NULL
);

-- Every opening of a copy or an IIN.
CREATE TABLE opening (
    id UUID PRIMARY KEY NOT NULL,
    user_id UUID NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL CHECK (kind IN ('copy', 'iin')),
    membership_id UUID NOT NULL REFERENCES membership (id),
    at TIMESTAMP NOT NULL
);
CREATE INDEX opening_membership ON opening (membership_id, at);

-- Serials of references.
CREATE TABLE counter (
    name TEXT PRIMARY KEY NOT NULL,
    value BIGINT NOT NULL
);

-- Something sealed by the key file in use: another file is refused at start.
CREATE TABLE canary (
    id INTEGER PRIMARY KEY NOT NULL,
    content_sealed BYTEA NOT NULL
);

-- A person is an identity and no more: the IIN is in the particulars, sealed, and here is its keyed hash.
CREATE TABLE person (
    id UUID PRIMARY KEY NOT NULL,
    iin_hmac BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL
);

-- The four bodies may see the row. The border bodies are NULL until the council creates the squad.
CREATE TABLE squad (
    id UUID PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    akimat_id UUID NOT NULL REFERENCES body (id),
    council_id UUID NOT NULL REFERENCES body (id),
    territory_id UUID REFERENCES body (id),
    unit_id UUID REFERENCES body (id),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    area TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'created', 'rejected')),
    sort_key BYTEA NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX squad_akimat ON squad (akimat_id, sort_key, id);
CREATE INDEX squad_council ON squad (council_id, sort_key, id);
CREATE INDEX squad_territory ON squad (territory_id, sort_key, id) WHERE territory_id IS NOT NULL;
CREATE INDEX squad_unit ON squad (unit_id, sort_key, id) WHERE unit_id IS NOT NULL;

-- The structural unit that leads a squad, and since when (clause 3).
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
    email TEXT,
    -- the language in which the person is written to
    language TEXT,
    sort_key BYTEA NOT NULL
);

-- A paper of a council. It decides one thing or several, each an item.
CREATE TABLE decision (
    id UUID PRIMARY KEY NOT NULL,
    council_id UUID NOT NULL REFERENCES body (id),
    year INTEGER NOT NULL,
    number TEXT NOT NULL,
    decided_on DATE NOT NULL,
    presided_by TEXT NOT NULL,
    edition TEXT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES users (id),
    recorded_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX decision_number ON decision (council_id, year, number);
CREATE INDEX decision_by_number ON decision (council_id, number);
CREATE INDEX decision_page ON decision (council_id, id);

CREATE TABLE decision_item (
    id UUID PRIMARY KEY NOT NULL,
    decision_id UUID NOT NULL REFERENCES decision (id),
    position INTEGER NOT NULL,
    squad_id UUID NOT NULL REFERENCES squad (id),
    kind TEXT NOT NULL CHECK (kind IN ('create', 'appoint', 'reject')),
    -- the member whom it appoints leader
    leader_id UUID REFERENCES membership (id),
    votes_for INTEGER NOT NULL,
    votes_against INTEGER NOT NULL,
    votes_abstained INTEGER NOT NULL,
    UNIQUE (decision_id, position)
);
CREATE INDEX decision_item_squad ON decision_item (squad_id);

-- An appointment has no end date (clause 7): only a circumstance of clause 15 sets ended_at.
CREATE TABLE leadership (
    id UUID PRIMARY KEY NOT NULL,
    squad_id UUID NOT NULL REFERENCES squad (id),
    membership_id UUID NOT NULL REFERENCES membership (id),
    decision_item_id UUID NOT NULL REFERENCES decision_item (id),
    state TEXT NOT NULL CHECK (state IN ('awaiting_registration', 'in_office', 'ended', 'lapsed')),
    appointed_at TIMESTAMP NOT NULL,
    in_office_at TIMESTAMP,
    ended_at TIMESTAMP,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX leadership_open ON leadership (squad_id) WHERE state IN ('awaiting_registration', 'in_office');
CREATE INDEX leadership_squad ON leadership (squad_id, state);

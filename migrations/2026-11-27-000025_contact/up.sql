-- How the unit reaches a person of its squads: its own copy, made sure of with the person. Nobody writes to what an akimat typed.
CREATE TABLE contact (
    membership_id UUID PRIMARY KEY NOT NULL REFERENCES membership (id),
    unit_id UUID NOT NULL REFERENCES body (id),
    email TEXT,
    phone TEXT,
    address TEXT,
    language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
    confirmed_at TIMESTAMP NOT NULL,
    -- when a mail to the address did not arrive
    refused_at TIMESTAMP,
    version INTEGER NOT NULL
);

-- The link of a mail to a person; only the hash of its token is kept.
CREATE TABLE person_link (
    id UUID PRIMARY KEY NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    membership_id UUID NOT NULL REFERENCES membership (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    -- how often wrong digits were typed
    failures INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX person_link_membership ON person_link (membership_id);

-- A person asks to be taken off the record (item 15.5), until the unit records or sets it aside, or the person withdraws it.
CREATE TABLE own_wish (
    id UUID PRIMARY KEY NOT NULL,
    membership_id UUID NOT NULL REFERENCES membership (id),
    squad_id UUID NOT NULL REFERENCES squad (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'recorded', 'set_aside', 'withdrawn')),
    version INTEGER NOT NULL,
    -- by the last digits of the telephone on record; else the unit calls
    is_confirmed BOOLEAN NOT NULL,
    asked_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX own_wish_asked ON own_wish (membership_id) WHERE state = 'asked';
CREATE INDEX own_wish_squad ON own_wish (squad_id, state);

-- A mail to a person belongs to one record of the person.
CREATE TABLE person_mail (
    outbox_id UUID PRIMARY KEY NOT NULL REFERENCES outbox (id),
    membership_id UUID NOT NULL REFERENCES membership (id)
);
CREATE INDEX person_mail_membership ON person_mail (membership_id);
-- The mail by which the person was informed.
ALTER TABLE notice_given ADD COLUMN outbox_id UUID REFERENCES outbox (id);
CREATE INDEX outbox_person ON outbox (person_id) WHERE person_id IS NOT NULL;

-- Who signs certificates, as the form says it: position and rank of a head from a day on, and where certificates are handed over. A row
-- never changes: a paper says what was true on the day of its signing.
CREATE TABLE signatory (
    id UUID PRIMARY KEY NOT NULL,
    duty_id UUID NOT NULL REFERENCES duty (id),
    from_on DATE NOT NULL,
    position_kk TEXT NOT NULL,
    position_ru TEXT NOT NULL,
    rank_kk TEXT NOT NULL,
    rank_ru TEXT NOT NULL,
    place_kk TEXT NOT NULL,
    place_ru TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX signatory_duty ON signatory (duty_id, from_on, id);

-- A certificate of Appendix 1 or 2 (clauses 18, 20, 21).
CREATE TABLE certificate (
    id UUID PRIMARY KEY NOT NULL,
    -- whose register it stands in; a successor takes the register over
    territory_id UUID NOT NULL REFERENCES body (id),
    kind TEXT NOT NULL CHECK (kind IN ('freelance', 'volunteer')),
    person_id UUID NOT NULL REFERENCES person (id),
    -- the record that it was prepared for
    membership_id UUID REFERENCES membership (id),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'signed', 'handed_over', 'void')),
    version INTEGER NOT NULL,
    prepared_at TIMESTAMP NOT NULL,
    -- nobody, when the program prepared it
    prepared_by UUID REFERENCES users (id),
    -- under whose name it is printed: the subdivision that had the register on the day of signing
    issuer_id UUID NOT NULL REFERENCES body (id),
    -- from signing on: the number in its series, and what the paper says
    number BIGINT,
    printed_number TEXT,
    issued_on DATE,
    signed_by UUID REFERENCES users (id),
    holder TEXT,
    issuer_name TEXT,
    position TEXT,
    rank TEXT,
    signatory TEXT,
    -- the paper itself, rendered once, and its SHA-256
    paper_sealed BYTEA,
    paper_sha256 BYTEA,
    -- by the code anybody checks the certificate: it is looked up by its hash, and printed again from under its seal
    code_hash BYTEA UNIQUE,
    code_sealed BYTEA,
    handed_over_on DATE,
    -- to whom, and on which document
    handing_over_sealed BYTEA,
    void_cause TEXT,
    voided_at TIMESTAMP,
    -- what has become of the paper of a void certificate
    paper_fate TEXT CHECK (paper_fate IN ('handed_in', 'destroyed', 'not_returned')),
    CHECK (state <> 'void' OR void_cause IS NOT NULL),
    CHECK (state = 'prepared' OR state = 'void' OR paper_sealed IS NOT NULL)
);
-- A person has one certificate of a kind in a subdivision.
CREATE UNIQUE INDEX certificate_valid ON certificate (issuer_id, kind, person_id) WHERE state <> 'void';
-- A number is given once, whoever keeps the register.
CREATE UNIQUE INDEX certificate_number ON certificate (issuer_id, kind, number) WHERE number IS NOT NULL;
CREATE INDEX certificate_register ON certificate (territory_id, id);
CREATE INDEX certificate_state ON certificate (territory_id, state, id);
CREATE INDEX certificate_person ON certificate (person_id);
CREATE INDEX certificate_membership ON certificate (membership_id);
CREATE INDEX certificate_unsettled ON certificate (territory_id) WHERE state = 'void' AND paper_sealed IS NOT NULL AND paper_fate IS NULL;

-- Each print, by whom.
CREATE TABLE certificate_print (
    id UUID PRIMARY KEY NOT NULL,
    certificate_id UUID NOT NULL REFERENCES certificate (id),
    kind TEXT NOT NULL CHECK (kind IN ('first', 'repeated', 'spoiled')),
    printed_by UUID NOT NULL REFERENCES users (id),
    printed_at TIMESTAMP NOT NULL
);
CREATE INDEX certificate_print_certificate ON certificate_print (certificate_id, id);

-- How many checks a day, without who checked what.
CREATE TABLE certificate_check (
    checked_on DATE NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('valid', 'not_valid', 'unknown')),
    checks BIGINT NOT NULL,
    PRIMARY KEY (checked_on, answer)
);

-- Whoever opens the paper of a certificate is written down as for a copy.
ALTER TABLE access_log RENAME TO access_log_before;
CREATE TABLE access_log (
    id UUID PRIMARY KEY NOT NULL,
    caller_kind TEXT NOT NULL CHECK (caller_kind IN ('user', 'link', 'applicant', 'system')),
    caller_id UUID,
    body_id UUID REFERENCES body (id),
    duty TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('copy', 'iin', 'certificate')),
    membership_id UUID NOT NULL REFERENCES membership (id),
    list_id UUID REFERENCES member_list (id),
    at TIMESTAMP NOT NULL,
    CHECK ((caller_kind = 'system') = (caller_id IS NULL))
);
INSERT INTO access_log SELECT id, caller_kind, caller_id, body_id, duty, kind, membership_id, list_id, at FROM access_log_before;
DROP TABLE access_log_before;
CREATE INDEX access_log_membership ON access_log (membership_id, at);
CREATE INDEX access_log_body ON access_log (body_id, at, id);

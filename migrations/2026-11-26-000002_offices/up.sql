CREATE TABLE body (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('akimat', 'council', 'territorial_subdivision', 'structural_unit')),
    -- the akimat of a council, the territorial subdivision of a structural unit
    parent_id UUID REFERENCES body (id),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- gets a mail when nobody holds the duty it is for
    email TEXT NOT NULL,
    -- days in which a territorial subdivision means to vet a list; not set by the Rules
    vetting_days INTEGER NOT NULL DEFAULT 15,
    valid_from TIMESTAMP NOT NULL,
    valid_to TIMESTAMP,
    succeeded_by UUID REFERENCES body (id),
    version INTEGER NOT NULL
);
CREATE INDEX body_parent ON body (parent_id);

-- Every name a body has had, each with the moment it began: a dated paper shows the name of its time.
CREATE TABLE body_name (
    body_id UUID NOT NULL REFERENCES body (id),
    from_at TIMESTAMP NOT NULL,
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (body_id, from_at)
);

-- The structural units that an akimat may name to lead a squad. An akimat is shown no other unit.
CREATE TABLE service_area (
    unit_id UUID NOT NULL REFERENCES body (id),
    akimat_id UUID NOT NULL REFERENCES body (id),
    PRIMARY KEY (unit_id, akimat_id)
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

-- A duty of a squad: the leader proposes it, the unit agrees (clauses 7, 10).
CREATE TABLE plan (
    id UUID PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    squad_id UUID NOT NULL REFERENCES squad (id),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'returned', 'agreed', 'cancelled')),
    version INTEGER NOT NULL,
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL CHECK (ends_at > starts_at),
    area TEXT NOT NULL,
    meeting_point TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    -- why the unit has returned it, for the leader alone
    remark TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX plan_squad ON plan (squad_id, starts_at, id);

-- Kinds of clause 10. The fourth, force as a last resort, can't be planned.
CREATE TABLE plan_activity (
    plan_id UUID NOT NULL REFERENCES plan (id),
    activity TEXT NOT NULL CHECK (activity IN ('10.1', '10.2', '10.3', '10.5')),
    PRIMARY KEY (plan_id, activity)
);

-- Who goes on duty.
CREATE TABLE assignment (
    id UUID PRIMARY KEY NOT NULL,
    plan_id UUID NOT NULL REFERENCES plan (id),
    membership_id UUID NOT NULL REFERENCES membership (id),
    state TEXT NOT NULL CHECK (state IN ('assigned', 'cancelled')),
    version INTEGER NOT NULL,
    assigned_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX assignment_once ON assignment (plan_id, membership_id) WHERE state <> 'cancelled';
CREATE INDEX assignment_membership ON assignment (membership_id, state);

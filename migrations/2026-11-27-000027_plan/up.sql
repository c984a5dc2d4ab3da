-- A duty of a squad: the leader proposes it, the unit agrees (clauses 7, 10).
CREATE TABLE plan (
    id UUID PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    squad_id UUID NOT NULL REFERENCES squad (id),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'returned', 'agreed', 'held', 'cancelled')),
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
    state TEXT NOT NULL CHECK (state IN ('assigned', 'confirmed', 'declined', 'attended', 'absent', 'cancelled')),
    version INTEGER NOT NULL,
    assigned_at TIMESTAMP NOT NULL,
    -- how often the calendar entry changed: it grows when time or place changes or nobody is to go, and by nothing else
    sequence INTEGER NOT NULL DEFAULT 0,
    -- the leader has told the person what nobody has answered
    reached_at TIMESTAMP,
    -- the person was reminded, or needs no reminder
    reminded_at TIMESTAMP
);
CREATE UNIQUE INDEX assignment_once ON assignment (plan_id, membership_id) WHERE state NOT IN ('declined', 'cancelled');
CREATE INDEX assignment_membership ON assignment (membership_id, state);
CREATE INDEX assignment_unreminded ON assignment (plan_id) WHERE reminded_at IS NULL AND state IN ('assigned', 'confirmed');
CREATE INDEX plan_agreed ON plan (starts_at) WHERE state = 'agreed';

-- The link of a mail about a duty: good until the duty ends.
ALTER TABLE person_link ADD COLUMN assignment_id UUID REFERENCES assignment (id);

-- Days on which a person can't come, without a cause.
CREATE TABLE days_away (
    id UUID PRIMARY KEY NOT NULL,
    membership_id UUID NOT NULL REFERENCES membership (id),
    from_on DATE NOT NULL,
    to_on DATE NOT NULL CHECK (to_on >= from_on),
    told_at TIMESTAMP NOT NULL
);
CREATE INDEX days_away_membership ON days_away (membership_id, to_on);

-- The result of a duty: as the leader recorded it, as the unit entered it in its book, and each correction. None of them changes.
CREATE TABLE plan_result (
    id UUID PRIMARY KEY NOT NULL,
    plan_id UUID NOT NULL REFERENCES plan (id),
    summary TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX plan_result_plan ON plan_result (plan_id, id);
-- Force (10.4) stands here with the statement that other ways were not possible.
CREATE TABLE plan_result_activity (
    result_id UUID NOT NULL REFERENCES plan_result (id),
    activity TEXT NOT NULL CHECK (activity IN ('10.1', '10.2', '10.3', '10.4', '10.5')),
    PRIMARY KEY (result_id, activity)
);
CREATE TABLE plan_result_person (
    result_id UUID NOT NULL REFERENCES plan_result (id),
    membership_id UUID NOT NULL REFERENCES membership (id),
    PRIMARY KEY (result_id, membership_id)
);
ALTER TABLE book_entry ADD COLUMN result_id UUID REFERENCES plan_result (id);

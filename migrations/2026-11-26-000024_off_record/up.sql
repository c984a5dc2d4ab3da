-- A person taken off the record by the unit, with the item of clause 15 and the day it arose (clause 22). Nothing finer is kept.
CREATE TABLE off_record (
    id UUID PRIMARY KEY NOT NULL,
    membership_id UUID NOT NULL REFERENCES membership (id),
    unit_id UUID NOT NULL REFERENCES body (id),
    item TEXT NOT NULL CHECK (item IN ('15.1', '15.2', '15.3', '15.4', '15.5')),
    -- no notice is owed to the dead
    is_death BOOLEAN NOT NULL DEFAULT FALSE CHECK (item = '15.4' OR NOT is_death),
    arose_on DATE NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    -- the wrong person was taken off, and put back on the same day
    undone_at TIMESTAMP
);
CREATE INDEX off_record_membership ON off_record (membership_id);
ALTER TABLE book_entry ADD COLUMN off_record_id UUID REFERENCES off_record (id);

-- The unit informs the person (clause 22): open until it is noted how and when it did.
CREATE TABLE notice_duty (
    id UUID PRIMARY KEY NOT NULL,
    squad_id UUID NOT NULL REFERENCES squad (id),
    membership_id UUID NOT NULL REFERENCES membership (id),
    unit_id UUID NOT NULL REFERENCES body (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
    version INTEGER NOT NULL,
    opened_at TIMESTAMP NOT NULL
);
CREATE INDEX notice_duty_unit ON notice_duty (unit_id, state, id);
CREATE INDEX notice_duty_squad ON notice_duty (squad_id, state);

-- Each time that the person was informed; one that did not arrive stays beside the next.
CREATE TABLE notice_given (
    id UUID PRIMARY KEY NOT NULL,
    duty_id UUID NOT NULL REFERENCES notice_duty (id),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'letter', 'phone', 'in_hand')),
    given_on DATE NOT NULL,
    proof TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    failed_at TIMESTAMP
);
CREATE INDEX notice_given_duty ON notice_given (duty_id, id);

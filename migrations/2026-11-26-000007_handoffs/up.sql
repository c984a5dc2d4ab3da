-- A case waits on a body. The bodies that hand over and take over may see the row.
CREATE TABLE handoff (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('duty', 'information')),
    case_kind TEXT NOT NULL,
    case_id UUID NOT NULL,
    -- the row that every act on the case locks
    anchor_kind TEXT NOT NULL CHECK (anchor_kind IN ('squad', 'body')),
    anchor_id UUID NOT NULL,
    squad_id UUID REFERENCES squad (id),
    -- the case as inboxes and mails name it
    title_kk TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    reference TEXT NOT NULL,
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
    closed_at TIMESTAMP,
    -- reminders: how many were sent, which comes next, and when; a closed handoff has none
    reminders INTEGER NOT NULL DEFAULT 0,
    next_reminder TEXT,
    remind_at TIMESTAMP
);
CREATE UNIQUE INDEX handoff_open ON handoff (kind, case_id, to_body) WHERE closed_at IS NULL;
CREATE INDEX handoff_case ON handoff (case_id);
-- Each group of an inbox is a range of one of these: a group costs nothing for the rows of the others.
CREATE INDEX handoff_age ON handoff (to_body, duty, nature, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX handoff_due ON handoff (to_body, duty, due_nature, due_at, opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX handoff_new ON handoff (to_body, duty, nature, due_at, opened_at, id)
    WHERE closed_at IS NULL AND first_opened_at IS NULL;
CREATE INDEX handoff_seen ON handoff (to_body, duty, nature, due_at, opened_at, id)
    WHERE closed_at IS NULL AND first_opened_at IS NOT NULL;
CREATE INDEX handoff_others ON handoff (from_body, nature, opened_at, id) WHERE closed_at IS NULL AND from_body <> to_body;
CREATE INDEX handoff_closed ON handoff (to_body, duty, closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX handoff_remind ON handoff (remind_at, id) WHERE closed_at IS NULL AND remind_at IS NOT NULL;

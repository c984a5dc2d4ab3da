-- A report of facts to the unit that leads a squad (clauses 9, 12). It is never on the akimat's side.
CREATE TABLE report (
    id UUID PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    squad_id UUID NOT NULL REFERENCES squad (id),
    regime TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'acknowledged')),
    version INTEGER NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    -- the place and what was seen
    content_sealed BYTEA NOT NULL,
    reported_by UUID NOT NULL REFERENCES users (id),
    reported_at TIMESTAMP NOT NULL
);
CREATE INDEX report_squad ON report (squad_id, id);

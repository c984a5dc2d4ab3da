-- How a decision read before a slip of the pen was mended; the decision itself reads as it does now.
CREATE TABLE decision_correction (
    id UUID PRIMARY KEY NOT NULL,
    decision_id UUID NOT NULL REFERENCES decision (id),
    number TEXT NOT NULL,
    decided_on DATE NOT NULL,
    presided_by TEXT NOT NULL,
    corrected_by UUID NOT NULL REFERENCES users (id),
    corrected_at TIMESTAMP NOT NULL
);
CREATE INDEX decision_correction_of ON decision_correction (decision_id, id);

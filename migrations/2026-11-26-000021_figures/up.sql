-- Figures of a body and the bodies below it at the beginning of a month, for those who audit it: they change no more until the
-- next month.
CREATE TABLE figures (
    body_id UUID NOT NULL REFERENCES body (id),
    -- the first day of the month that they were counted at
    month DATE NOT NULL,
    counted_at TIMESTAMP NOT NULL,
    -- counts by state as JSON; nothing of a person
    content TEXT NOT NULL,
    PRIMARY KEY (body_id, month)
);

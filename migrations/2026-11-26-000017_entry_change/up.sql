-- What an entry that came back said before, so that the officer sees what was corrected; it goes with the outcome.
CREATE TABLE entry_change (
    entry_id UUID PRIMARY KEY NOT NULL REFERENCES list_entry (id),
    dispatch_id UUID NOT NULL REFERENCES dispatch (id),
    -- the former values of the fields that changed
    before_sealed BYTEA NOT NULL,
    is_copy_replaced BOOLEAN NOT NULL
);

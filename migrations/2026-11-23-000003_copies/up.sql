-- A copy has pages: of an entry's ID card, of the minutes of a decision, or of a list whose clerk has yet to say whose they are.
CREATE TABLE copy_page (
    id UUID PRIMARY KEY NOT NULL,
    list_id UUID REFERENCES member_list (id),
    entry_id UUID REFERENCES list_entry (id),
    decision_id UUID REFERENCES decision (id),
    position INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BYTEA NOT NULL,
    content_sealed BYTEA NOT NULL,
    thumbnail_sealed BYTEA,
    -- name of the file it came from: offices write people's names and numbers into it
    source_sealed BYTEA,
    attached_by UUID NOT NULL REFERENCES users (id),
    attached_at TIMESTAMP NOT NULL,
    -- a page that travelled and was taken away since: whoever received it sees it until another sending
    taken_away_at TIMESTAMP,
    CHECK (
        (CASE WHEN list_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN entry_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN decision_id IS NULL THEN 0 ELSE 1 END) = 1
    )
);
INSERT INTO copy_page (id, entry_id, position, media_type, size, sha256, content_sealed, attached_by, attached_at)
    SELECT id, entry_id, 1, media_type, size, sha256, content_sealed, attached_by, attached_at FROM copy;
DROP TABLE copy;
-- The name is part of what the contents are sealed with.
ALTER TABLE copy_page RENAME TO copy;
CREATE INDEX copy_list ON copy (list_id, position);
CREATE INDEX copy_entry ON copy (entry_id, position);
CREATE INDEX copy_decision ON copy (decision_id, position);

-- When an entry got its outcome or was withdrawn: its copy is kept for some days more.
ALTER TABLE list_entry ADD COLUMN settled_at TIMESTAMP;
-- What ended before is known by its last entry in the journal.
UPDATE list_entry SET settled_at = (SELECT MAX(journal.at) FROM journal WHERE journal.subject_id = list_entry.id)
    WHERE state IN ('answered', 'withdrawn');

-- What the akimat has corrected in an entry that was returned: sealed, and nobody else's until it is sent again.
CREATE TABLE correction (
    entry_id UUID PRIMARY KEY NOT NULL REFERENCES list_entry (id),
    content_sealed BYTEA NOT NULL,
    typed_by UUID NOT NULL REFERENCES body (id),
    typed_at TIMESTAMP NOT NULL
);

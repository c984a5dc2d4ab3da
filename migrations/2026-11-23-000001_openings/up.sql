-- Traces of openings say under which duty of which body, and on which list, so that an auditor of that body can read them.
-- Both databases add columns; what was traced before is completed from what was then so.

ALTER TABLE opening ADD COLUMN body_id UUID REFERENCES body (id);
ALTER TABLE opening ADD COLUMN duty TEXT;
ALTER TABLE opening ADD COLUMN list_id UUID REFERENCES member_list (id);

UPDATE opening SET
    list_id = (SELECT e.list_id FROM list_entry e WHERE e.membership_id = opening.membership_id),
    body_id = (SELECT d.body_id FROM duty d WHERE d.user_id = opening.user_id
        AND d.kind IN ('akimat_officer', 'vetting_officer', 'head') AND d.from_at <= opening.at
        AND (d.to_at IS NULL OR d.to_at > opening.at) ORDER BY d.from_at, d.id LIMIT 1),
    duty = (SELECT d.kind FROM duty d WHERE d.user_id = opening.user_id
        AND d.kind IN ('akimat_officer', 'vetting_officer', 'head') AND d.from_at <= opening.at
        AND (d.to_at IS NULL OR d.to_at > opening.at) ORDER BY d.from_at, d.id LIMIT 1);

CREATE INDEX opening_body ON opening (body_id, at, id);

-- Auditors read the journal by body and by chain, histories read it act by act, newest first.
CREATE INDEX journal_body ON journal (body_id, at, chain, number);
CREATE INDEX journal_chain ON journal (chain, at, number);
DROP INDEX journal_case;
CREATE INDEX journal_case ON journal (case_id, act_id);

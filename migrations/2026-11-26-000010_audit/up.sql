-- Every opening of a copy or an IIN: by whom, under which duty of which body, of whom on which list.
CREATE TABLE access_log (
    id UUID PRIMARY KEY NOT NULL,
    caller_kind TEXT NOT NULL CHECK (caller_kind IN ('user', 'link', 'applicant', 'system')),
    caller_id UUID,
    body_id UUID REFERENCES body (id),
    duty TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('copy', 'iin')),
    membership_id UUID NOT NULL REFERENCES membership (id),
    list_id UUID REFERENCES member_list (id),
    at TIMESTAMP NOT NULL,
    CHECK ((caller_kind = 'system') = (caller_id IS NULL))
);
CREATE INDEX access_log_membership ON access_log (membership_id, at);
CREATE INDEX access_log_body ON access_log (body_id, at, id);

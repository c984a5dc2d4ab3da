-- A cover letter as it went with a sending of a list: rendered once in each language of offices, under seal, with its SHA-256.
CREATE TABLE letter (
    id UUID PRIMARY KEY NOT NULL,
    dispatch_id UUID NOT NULL REFERENCES dispatch (id),
    language TEXT NOT NULL CHECK (language IN ('kk', 'ru')),
    paper_sealed BYTEA NOT NULL,
    paper_sha256 BYTEA NOT NULL,
    UNIQUE (dispatch_id, language)
);

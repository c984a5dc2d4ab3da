-- A keyed hash of what was sent and of the page's number in it: the same file again is told. Pages of before have none.
ALTER TABLE copy ADD COLUMN sent_hmac BYTEA;
CREATE INDEX copy_sent ON copy (sent_hmac);

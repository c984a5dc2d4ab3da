DROP INDEX copy_sent;
ALTER TABLE copy DROP COLUMN sent_hmac;

DROP INDEX book_entry_corrects;
ALTER TABLE book_entry DROP COLUMN corrects_id;
ALTER TABLE book_entry DROP COLUMN training_id;
DROP INDEX membership_untrained;
ALTER TABLE membership DROP COLUMN trained_on;
DROP TABLE training;

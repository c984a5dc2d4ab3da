DROP TABLE notice_given;
DROP TABLE notice_duty;
ALTER TABLE book_entry DROP COLUMN off_record_id;
DROP TABLE off_record;

DROP INDEX outbox_person;
ALTER TABLE notice_given DROP COLUMN outbox_id;
DROP TABLE person_mail;
DROP TABLE own_wish;
DROP TABLE person_link;
DROP TABLE contact;

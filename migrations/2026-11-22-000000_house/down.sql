DROP TABLE canary; DROP TABLE counter; DROP TABLE opening; DROP TABLE list_import; DROP TABLE draft; DROP TABLE idempotency;
DROP TABLE outbox; DROP TABLE journal_head; DROP TABLE journal; DROP TABLE handoff; DROP TABLE book_entry;
DROP TABLE leadership; DROP TABLE decision; DROP TABLE dispatch; DROP TABLE copy; DROP TABLE register_note; DROP TABLE list_entry;
DROP TABLE member_list; DROP TABLE particulars; DROP TABLE membership; DROP TABLE attachment; DROP TABLE squad;
DROP TABLE person; DROP TABLE link; DROP TABLE session; DROP TABLE duty; DROP TABLE users; DROP TABLE service_area; DROP TABLE body;

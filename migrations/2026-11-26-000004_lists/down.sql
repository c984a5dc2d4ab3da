DROP TABLE list_import;
DROP TABLE draft;
DROP TABLE copy;
DROP TABLE correction;
DROP TABLE dispatch;
DROP TABLE register_note;
DROP TABLE list_entry;
DROP TABLE member_list;

DROP TABLE book_entry;

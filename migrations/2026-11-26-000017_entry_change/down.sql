DROP TABLE entry_change;

DROP TABLE search;
DROP TABLE name_index;

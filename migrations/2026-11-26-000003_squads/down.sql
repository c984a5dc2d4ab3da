DROP TABLE leadership;
DROP TABLE decision_item;
DROP TABLE decision;
DROP TABLE particulars;
DROP TABLE membership;
DROP TABLE attachment;
DROP TABLE squad;
DROP TABLE person;

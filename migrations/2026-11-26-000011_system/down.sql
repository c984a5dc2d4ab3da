DROP TABLE generation;
DROP TABLE canary;
DROP TABLE counter;
DROP TABLE idempotency;

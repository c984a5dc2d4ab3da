-- Numbers that grow when something changes that nodes keep in memory.
CREATE TABLE generation (
    name TEXT PRIMARY KEY NOT NULL,
    value BIGINT NOT NULL
);
INSERT INTO generation (name, value) VALUES ('bodies', 1);

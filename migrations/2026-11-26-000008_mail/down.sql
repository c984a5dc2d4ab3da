DROP TABLE mail_server;
DROP TABLE mail_part;
DROP TABLE outbox;

DROP TABLE reset_request;
DROP TABLE known_browser;
DROP TABLE link;
DROP TABLE session;
DROP TABLE users;

DROP TABLE duty;
DROP TABLE service_area;
DROP TABLE body_name;
DROP TABLE body;

DROP TABLE assignment;
DROP TABLE plan_activity;
DROP TABLE plan;

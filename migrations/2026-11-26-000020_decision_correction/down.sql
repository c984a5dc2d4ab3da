DROP TABLE decision_correction;

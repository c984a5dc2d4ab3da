DROP TABLE parked_form;

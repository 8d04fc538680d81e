DROP TABLE step_gathering;
DROP TABLE record_step;

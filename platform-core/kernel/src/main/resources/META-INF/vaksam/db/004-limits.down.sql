DROP TABLE module_limit;

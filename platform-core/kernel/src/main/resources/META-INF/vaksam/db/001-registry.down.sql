DROP TABLE module_operation;
DROP TABLE module_registry;

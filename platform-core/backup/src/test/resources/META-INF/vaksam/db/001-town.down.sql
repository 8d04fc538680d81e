DROP TABLE module_revision;
DROP TABLE module_registry;
DROP TABLE session;
DROP TABLE visit;
DROP TABLE place;

DROP TABLE export_file;

DROP TABLE police_type;

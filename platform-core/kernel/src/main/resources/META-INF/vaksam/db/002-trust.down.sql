DROP TABLE module_countersignature;
DROP TABLE module_certificate;

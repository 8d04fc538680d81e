ALTER TABLE record DROP COLUMN asset_id;
DROP TABLE asset_register;
DROP TABLE asset_dependency;
DROP TABLE asset;
DROP TABLE asset_type;

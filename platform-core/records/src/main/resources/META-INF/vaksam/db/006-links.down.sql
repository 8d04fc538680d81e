DROP TABLE record_merge_row;
DROP TABLE record_merge;
DROP TABLE record_series_member;
DROP TABLE record_series;
DROP TABLE record_link_dismissal;
DROP TABLE record_link;
DROP INDEX record_merged;
ALTER TABLE record DROP COLUMN merged_into;

-- Revisions that were live and whose files are kept; broken_by: the later script that took away what they need.
CREATE TABLE module_revision (
  module VARCHAR(31) NOT NULL,
  sha CHAR(64) NOT NULL,
  version VARCHAR(30) NOT NULL,
  broken_by VARCHAR(100),
  since TIMESTAMP NOT NULL,
  PRIMARY KEY (module, sha)
);

INSERT INTO module_revision (module, sha, version, since)
  SELECT id, sha, version, since FROM module_registry;

INSERT INTO module_revision (module, sha, version, since)
  SELECT id, previous_sha, previous_version, since FROM module_registry
  WHERE previous_sha IS NOT NULL AND previous_sha <> sha;

ALTER TABLE module_operation ADD COLUMN plan_hash CHAR(64);

ALTER TABLE unit ADD COLUMN version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE unit ADD COLUMN successor CHAR(36);
CREATE TABLE unit_fact (
  unit CHAR(36) NOT NULL REFERENCES unit (id),
  since DATE NOT NULL,
  name_sv VARCHAR(200) NOT NULL,
  name_en VARCHAR(200) NOT NULL,
  type VARCHAR(40) NOT NULL,
  parent CHAR(36) REFERENCES unit (id),
  manager CHAR(36),
  cost_centre VARCHAR(40),
  PRIMARY KEY (unit, since)
);
INSERT INTO unit_fact (unit, since, name_sv, name_en, type, parent)
  SELECT id, CAST('1000-01-01' AS DATE), name_sv, name_en, type, parent FROM unit;
CREATE TABLE organisation (
  revision BIGINT NOT NULL
);
INSERT INTO organisation (revision) VALUES (0);

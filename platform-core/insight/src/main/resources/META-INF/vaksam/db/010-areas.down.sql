DROP TABLE insight_areas;

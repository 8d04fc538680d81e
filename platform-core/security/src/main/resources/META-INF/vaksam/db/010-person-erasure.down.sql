DROP TABLE person_erasure_place;
DROP TABLE person_erasure;

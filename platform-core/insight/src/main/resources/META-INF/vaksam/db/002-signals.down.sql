DROP TABLE signal_told;
DROP TABLE signal_follow;
DROP TABLE signal_dismissal;

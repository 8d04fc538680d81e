DROP TABLE calendar_feed;

DROP TABLE action_request;

DROP TABLE work_alarm;

DROP TABLE work_action;

DROP TABLE deadline;

DROP TABLE dashboard_home;
DROP TABLE dashboard;

DROP TABLE record_chart;

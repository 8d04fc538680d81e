DROP TABLE tray_text;

DROP TABLE tray_item;

DROP TABLE feed_item;

DROP TABLE feed;

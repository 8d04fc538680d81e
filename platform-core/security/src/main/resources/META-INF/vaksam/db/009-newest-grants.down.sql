DROP INDEX access_grant_newest;

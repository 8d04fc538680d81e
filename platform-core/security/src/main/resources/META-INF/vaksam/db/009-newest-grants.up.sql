CREATE UNIQUE INDEX access_grant_newest ON access_grant (id DESC);

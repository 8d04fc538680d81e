CREATE INDEX record_assignee ON record (assignee, phase);

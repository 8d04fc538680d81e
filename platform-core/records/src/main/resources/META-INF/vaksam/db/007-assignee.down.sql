DROP INDEX record_assignee;

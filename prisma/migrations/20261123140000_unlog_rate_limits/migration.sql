-- Limits may begin anew after a crash. Logged, each would make its vote wait for the disk a second time.

ALTER TABLE rate_limits SET UNLOGGED;

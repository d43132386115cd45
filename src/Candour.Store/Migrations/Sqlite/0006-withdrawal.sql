-- A submission can be taken back, and its receipt says how many rows of the file were not accepted.
ALTER TABLE submission ADD COLUMN withdrawn_at TEXT NULL;
ALTER TABLE submission ADD COLUMN not_accepted INTEGER NOT NULL DEFAULT 0;

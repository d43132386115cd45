-- A submission can be taken back, and its receipt says how many rows of the file were not accepted.
ALTER TABLE submission ADD COLUMN withdrawn_at text COLLATE "C" NULL;
ALTER TABLE submission ADD COLUMN not_accepted bigint NOT NULL DEFAULT 0;

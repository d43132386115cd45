-- The ledger of erasures: a submission whose file is gone, and the one without the rows that stands in its place.
CREATE TABLE erasure (
    submission      TEXT NOT NULL PRIMARY KEY REFERENCES submission (id),
    successor       TEXT NOT NULL,   -- empty when nothing was left
    row_count       INTEGER NOT NULL CHECK (row_count > 0),
    row_hashes      TEXT NOT NULL,   -- of what the erased rows said, keyed by the submission; separated by blanks
    erased_at       TEXT NOT NULL,
    who             TEXT NOT NULL,
    reason          TEXT NOT NULL
) STRICT;

CREATE TRIGGER erasure_is_never_changed BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'the erasure ledger is never changed'); END;

CREATE TRIGGER erasure_is_never_deleted BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'the erasure ledger is never deleted'); END;

CREATE TRIGGER erasure_is_only_appended BEFORE INSERT ON erasure WHEN EXISTS (SELECT 1 FROM erasure WHERE submission = NEW.submission)
BEGIN SELECT RAISE(ABORT, 'a submission is erased from once'); END;

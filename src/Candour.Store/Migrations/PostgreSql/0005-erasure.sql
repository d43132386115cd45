-- The ledger of erasures: a submission whose file is gone, and the one without the rows that stands in its place.
CREATE TABLE erasure (
    submission      text COLLATE "C" NOT NULL PRIMARY KEY REFERENCES submission (id),
    successor       text COLLATE "C" NOT NULL,   -- empty when nothing was left
    row_count       bigint NOT NULL CHECK (row_count > 0),
    row_hashes      text COLLATE "C" NOT NULL,   -- of what the erased rows said, keyed by the submission; separated by blanks
    erased_at       text COLLATE "C" NOT NULL,
    who             text COLLATE "C" NOT NULL,
    reason          text COLLATE "C" NOT NULL
);

CREATE FUNCTION erasure_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'the erasure ledger is never %', TG_ARGV[0]; END$$;

CREATE TRIGGER erasure_is_never_changed BEFORE UPDATE ON erasure FOR EACH ROW EXECUTE FUNCTION erasure_refuses('changed');
CREATE TRIGGER erasure_is_never_deleted BEFORE DELETE ON erasure FOR EACH ROW EXECUTE FUNCTION erasure_refuses('deleted');
CREATE TRIGGER erasure_is_never_emptied BEFORE TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION erasure_refuses('emptied');

ALTER TABLE erasure ENABLE ALWAYS TRIGGER erasure_is_never_changed;
ALTER TABLE erasure ENABLE ALWAYS TRIGGER erasure_is_never_deleted;
ALTER TABLE erasure ENABLE ALWAYS TRIGGER erasure_is_never_emptied;

-- An insert here replaces nothing without asking the triggers of an update, as it does in SQLite. What remained: a frozen snapshot could be
-- emptied of what it is made of.
CREATE FUNCTION frozen_snapshot_is_never_emptied() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF EXISTS (SELECT 1 FROM frozen) THEN
        RAISE EXCEPTION 'a frozen snapshot is never changed';
    END IF;
    RETURN NULL;
END$$;

CREATE TRIGGER snapshot_that_is_frozen_is_never_emptied BEFORE TRUNCATE ON snapshot_submission FOR EACH STATEMENT
EXECUTE FUNCTION frozen_snapshot_is_never_emptied();
ALTER TABLE snapshot_submission ENABLE ALWAYS TRIGGER snapshot_that_is_frozen_is_never_emptied;

-- A second person approves or refuses a submission, once. The database holds the rule too.
CREATE TABLE approval (
    submission      text COLLATE "C" NOT NULL PRIMARY KEY REFERENCES submission (id),
    state           text COLLATE "C" NOT NULL CHECK (state IN ('received', 'approved', 'refused')),
    submitter       text COLLATE "C" NOT NULL,  -- who submitted it, or last put it back in force
    decided_by      text COLLATE "C" NOT NULL,  -- empty while it is received
    version         bigint NOT NULL,            -- raised by one with every change
    CHECK ((state = 'received') = (decided_by = '')),
    CHECK (decided_by = '' OR decided_by <> submitter)
);

INSERT INTO approval (submission, state, submitter, decided_by, version)
SELECT id, 'received',
       coalesce((SELECT who FROM audit WHERE subject = submission.id AND act IN ('submit', 'replace') ORDER BY sequence DESC LIMIT 1), ''),
       '', 1
FROM submission;

CREATE FUNCTION approval_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END$$;

CREATE TRIGGER approval_is_decided_once BEFORE UPDATE ON approval FOR EACH ROW
WHEN (NEW.submission <> OLD.submission OR NEW.version <> OLD.version + 1
    OR (NEW.state <> 'received' AND (OLD.state <> 'received' OR NEW.submitter <> OLD.submitter)))
EXECUTE FUNCTION approval_refuses('a submission is decided once');

CREATE TRIGGER approval_is_never_deleted BEFORE DELETE ON approval FOR EACH ROW
EXECUTE FUNCTION approval_refuses('an approval is never deleted');

CREATE TRIGGER approval_is_never_emptied BEFORE TRUNCATE ON approval FOR EACH STATEMENT
EXECUTE FUNCTION approval_refuses('an approval is never deleted');

ALTER TABLE approval ENABLE ALWAYS TRIGGER approval_is_decided_once;
ALTER TABLE approval ENABLE ALWAYS TRIGGER approval_is_never_deleted;
ALTER TABLE approval ENABLE ALWAYS TRIGGER approval_is_never_emptied;

-- A second person approves or refuses a submission, once. The database holds the rule too.
CREATE TABLE approval (
    submission      TEXT NOT NULL PRIMARY KEY REFERENCES submission (id),
    state           TEXT NOT NULL CHECK (state IN ('received', 'approved', 'refused')),
    submitter       TEXT NOT NULL,              -- who submitted it, or last put it back in force
    decided_by      TEXT NOT NULL,              -- empty while it is received
    version         INTEGER NOT NULL,           -- raised by one with every change
    CHECK ((state = 'received') = (decided_by = '')),
    CHECK (decided_by = '' OR decided_by <> submitter)
) STRICT;

INSERT INTO approval (submission, state, submitter, decided_by, version)
SELECT id, 'received',
       coalesce((SELECT who FROM audit WHERE subject = submission.id AND act IN ('submit', 'replace') ORDER BY sequence DESC LIMIT 1), ''),
       '', 1
FROM submission;

CREATE TRIGGER approval_is_decided_once BEFORE UPDATE ON approval
WHEN NEW.submission <> OLD.submission OR NEW.version <> OLD.version + 1
    OR (NEW.state <> 'received' AND (OLD.state <> 'received' OR NEW.submitter <> OLD.submitter))
BEGIN SELECT RAISE(ABORT, 'a submission is decided once'); END;

CREATE TRIGGER approval_is_never_deleted BEFORE DELETE ON approval
BEGIN SELECT RAISE(ABORT, 'an approval is never deleted'); END;

CREATE TRIGGER approval_begins_received BEFORE INSERT ON approval
WHEN EXISTS (SELECT 1 FROM approval WHERE submission = NEW.submission)
BEGIN SELECT RAISE(ABORT, 'a submission has one approval'); END;

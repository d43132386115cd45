-- Each row of the audit trail carries the hash of everything before it (AuditChain); the head is the last of them, in one
-- row, so that appends are serialised and quick. Neither may be changed, by the owner of the file either.
-- chain_hash is the program's own function; it chains what earlier versions wrote.
CREATE TABLE audit_chained (
    sequence        INTEGER NOT NULL PRIMARY KEY,   -- 1, 2, 3 … without a gap
    at              TEXT NOT NULL,
    who             TEXT NOT NULL,
    act             TEXT NOT NULL,
    subject         TEXT NOT NULL,
    scope           TEXT NOT NULL,
    reason          TEXT NOT NULL,
    hash            TEXT NOT NULL
) STRICT;

WITH RECURSIVE
    numbered AS MATERIALIZED (
        SELECT row_number() OVER (ORDER BY sequence) AS number, at, who, act, subject, reason FROM audit),
    chained (number, at, who, act, subject, reason, hash) AS (
        SELECT 0, '', '', '', '', '', '0000000000000000000000000000000000000000000000000000000000000000'
        UNION ALL
        SELECT n.number, n.at, n.who, n.act, n.subject, n.reason,
               chain_hash(c.hash, n.number, n.at, n.who, n.act, n.subject, '', n.reason)
        FROM chained c JOIN numbered n ON n.number = c.number + 1)
INSERT INTO audit_chained (sequence, at, who, act, subject, scope, reason, hash)
SELECT number, at, who, act, subject, '', reason, hash FROM chained WHERE number > 0 ORDER BY number;

DROP TRIGGER audit_is_never_changed;
DROP TRIGGER audit_is_never_deleted;
DROP TABLE audit;
ALTER TABLE audit_chained RENAME TO audit;

CREATE TABLE audit_head (
    one             INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    sequence        INTEGER NOT NULL,
    hash            TEXT NOT NULL
) STRICT;

INSERT INTO audit_head (one, sequence, hash)
SELECT 1, coalesce(max(sequence), 0),
       coalesce((SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1),
                '0000000000000000000000000000000000000000000000000000000000000000')
FROM audit;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never deleted'); END;

-- INSERT OR REPLACE removes a row without any delete trigger, but not before this one.
CREATE TRIGGER audit_is_only_appended BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit trail is only appended to'); END;

CREATE TRIGGER audit_head_only_advances BEFORE UPDATE ON audit_head WHEN NEW.sequence <= OLD.sequence
BEGIN SELECT RAISE(ABORT, 'the head of the audit trail only advances'); END;

CREATE TRIGGER audit_head_is_never_deleted BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'the head of the audit trail is never deleted'); END;

CREATE TRIGGER audit_head_is_written_once BEFORE INSERT ON audit_head WHEN EXISTS (SELECT 1 FROM audit_head)
BEGIN SELECT RAISE(ABORT, 'the audit trail has one head'); END;

-- Whose store this is: the id of the workspace that it was made for.
CREATE TABLE workspace (
    one             INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    id              TEXT NOT NULL
) STRICT;

-- What was submitted, what was found in it, which submissions a snapshot is made of, and who did what.
CREATE TABLE submission (
    id              TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of the canonical rows
    dataset         TEXT NOT NULL,
    mapping         TEXT NOT NULL,
    agency          TEXT NOT NULL,
    data_class      TEXT NOT NULL,
    file_name       TEXT NOT NULL,
    file_hash       TEXT NOT NULL,              -- SHA-256 of the bytes as they arrived
    said_hash       TEXT NOT NULL,              -- SHA-256 of the canonical rows without a period that only the name tells
    parquet_hash    TEXT NOT NULL,              -- integrity of our own file only
    row_count       INTEGER NOT NULL CHECK (row_count > 0),
    periods         TEXT NOT NULL,              -- periods covered, in order, separated by blanks
    received_at     TEXT NOT NULL,
    superseded_by   TEXT NULL REFERENCES submission (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX submission_by_file ON submission (file_hash);

CREATE TABLE finding (
    submission      TEXT NOT NULL REFERENCES submission (id),
    ordinal         INTEGER NOT NULL,
    code            TEXT NOT NULL,
    severity        TEXT NOT NULL,
    line            INTEGER NOT NULL,
    column_name     TEXT NOT NULL,
    value           TEXT NOT NULL,
    message         TEXT NOT NULL,
    row_count       INTEGER NOT NULL,
    PRIMARY KEY (submission, ordinal)
) STRICT;

CREATE TABLE snapshot (
    id              TEXT NOT NULL PRIMARY KEY,
    definitions     TEXT NOT NULL,              -- hash of their computational part
    made_at         TEXT NOT NULL,
    pinned          INTEGER NOT NULL UNIQUE,    -- raised each time it is pinned; the highest was pinned last
    ordinal         INTEGER NULL UNIQUE         -- set once its cells are whole; the highest is current
) STRICT;

CREATE TABLE snapshot_submission (
    snapshot        TEXT NOT NULL REFERENCES snapshot (id),
    submission      TEXT NOT NULL REFERENCES submission (id),
    PRIMARY KEY (snapshot, submission)
) STRICT;

CREATE TABLE audit (
    sequence        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at              TEXT NOT NULL,
    who             TEXT NOT NULL,
    act             TEXT NOT NULL,
    subject         TEXT NOT NULL,
    reason          TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never deleted'); END;

-- The PostgreSQL of Sqlite/0001: text is compared by its bytes, as SQLite compares it.
CREATE TABLE submission (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,  -- SHA-256 of the canonical rows
    dataset         text COLLATE "C" NOT NULL,
    mapping         text COLLATE "C" NOT NULL,
    agency          text COLLATE "C" NOT NULL,
    data_class      text COLLATE "C" NOT NULL,
    file_name       text COLLATE "C" NOT NULL,
    file_hash       text COLLATE "C" NOT NULL,              -- SHA-256 of the bytes as they arrived
    said_hash       text COLLATE "C" NOT NULL,              -- SHA-256 of the canonical rows without a period that only the name tells
    parquet_hash    text COLLATE "C" NOT NULL,              -- integrity of our own file only
    row_count       bigint NOT NULL CHECK (row_count > 0),
    periods         text COLLATE "C" NOT NULL,              -- periods covered, in order, separated by blanks
    received_at     text COLLATE "C" NOT NULL,
    superseded_by   text COLLATE "C" NULL REFERENCES submission (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX submission_by_file ON submission (file_hash);

CREATE TABLE finding (
    submission      text COLLATE "C" NOT NULL REFERENCES submission (id),
    ordinal         bigint NOT NULL,
    code            text COLLATE "C" NOT NULL,
    severity        text COLLATE "C" NOT NULL,
    line            bigint NOT NULL,
    column_name     text COLLATE "C" NOT NULL,
    value           text COLLATE "C" NOT NULL,
    message         text COLLATE "C" NOT NULL,
    row_count       bigint NOT NULL,
    PRIMARY KEY (submission, ordinal)
);

CREATE TABLE snapshot (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    definitions     text COLLATE "C" NOT NULL,              -- hash of their computational part
    made_at         text COLLATE "C" NOT NULL,
    pinned          bigint NOT NULL UNIQUE,                 -- raised each time it is pinned; the highest was pinned last
    ordinal         bigint NULL UNIQUE                      -- set once its cells are whole; the highest is current
);

CREATE TABLE snapshot_submission (
    snapshot        text COLLATE "C" NOT NULL REFERENCES snapshot (id),
    submission      text COLLATE "C" NOT NULL REFERENCES submission (id),
    PRIMARY KEY (snapshot, submission)
);

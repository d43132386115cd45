-- Files that are kept sealed, each under the hash of its content. Without a row a file is nothing.
CREATE TABLE kept_file (
    id              TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of its content
    sealed          TEXT NOT NULL,              -- SHA-256 of the sealed file, which is its name too
    size            INTEGER NOT NULL,           -- bytes of its content
    kept_at         TEXT NOT NULL
) STRICT;

CREATE TRIGGER kept_file_stays_as_it_was_kept BEFORE UPDATE ON kept_file
BEGIN SELECT RAISE(ABORT, 'a kept file is never changed'); END;

CREATE TRIGGER kept_file_is_never_forgotten BEFORE DELETE ON kept_file
BEGIN SELECT RAISE(ABORT, 'a kept file is never forgotten'); END;

-- What people say about the exceptions of a performance pack, sentence by sentence.
CREATE TABLE pack_sentence (
    id              TEXT NOT NULL PRIMARY KEY,
    dataset         TEXT NOT NULL,
    period          TEXT NOT NULL,
    hierarchy       TEXT NOT NULL,
    area            TEXT NOT NULL,
    about           TEXT NOT NULL,              -- the exception, such as signal:MEASURE
    kind            TEXT NOT NULL CHECK (kind IN ('observation', 'cause', 'action', 'caveat')),
    text            TEXT NOT NULL,
    who             TEXT NOT NULL,
    at              TEXT NOT NULL,
    withdrawn_by    TEXT NOT NULL,              -- empty while it stands
    withdrawn_at    TEXT NOT NULL,
    CHECK ((withdrawn_by = '') = (withdrawn_at = ''))
) STRICT;

CREATE INDEX pack_sentence_by_period ON pack_sentence (dataset, period);

CREATE TRIGGER pack_sentence_is_only_withdrawn BEFORE UPDATE ON pack_sentence
WHEN OLD.withdrawn_by <> '' OR NEW.withdrawn_by = '' OR NEW.id <> OLD.id OR NEW.dataset <> OLD.dataset OR NEW.period <> OLD.period
    OR NEW.hierarchy <> OLD.hierarchy OR NEW.area <> OLD.area OR NEW.about <> OLD.about OR NEW.kind <> OLD.kind OR NEW.text <> OLD.text
    OR NEW.who <> OLD.who OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'a sentence is withdrawn, never changed'); END;

CREATE TRIGGER pack_sentence_is_never_deleted BEFORE DELETE ON pack_sentence
BEGIN SELECT RAISE(ABORT, 'a sentence is withdrawn, never deleted'); END;

-- Packs as they were sent.
CREATE TABLE pack (
    id              TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of what it says
    dataset         TEXT NOT NULL,
    period          TEXT NOT NULL,
    hierarchy       TEXT NOT NULL,
    area            TEXT NOT NULL,
    snapshot        TEXT NOT NULL REFERENCES snapshot (id),
    frozen_ordinal  INTEGER NOT NULL,           -- which freeze of the period: 1, or a restatement
    sentences       TEXT NOT NULL,              -- the commentary in it, as JSON
    issued_by       TEXT NOT NULL,
    issued_at       TEXT NOT NULL,
    reason          TEXT NOT NULL
) STRICT;

CREATE TABLE pack_file (
    pack            TEXT NOT NULL REFERENCES pack (id),
    name            TEXT NOT NULL,
    media           TEXT NOT NULL,
    file            TEXT NOT NULL REFERENCES kept_file (id),
    PRIMARY KEY (pack, name)
) STRICT;

CREATE TRIGGER pack_stays_as_it_was_sent BEFORE UPDATE ON pack
BEGIN SELECT RAISE(ABORT, 'a pack stays as it was sent'); END;

CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON pack
BEGIN SELECT RAISE(ABORT, 'a pack stays as it was sent'); END;

CREATE TRIGGER pack_file_stays_as_it_was_sent BEFORE UPDATE ON pack_file
BEGIN SELECT RAISE(ABORT, 'a pack stays as it was sent'); END;

CREATE TRIGGER pack_file_is_never_deleted BEFORE DELETE ON pack_file
BEGIN SELECT RAISE(ABORT, 'a pack stays as it was sent'); END;

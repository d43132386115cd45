-- Documents that claims, tests and samples cite, each under the hash of its original.
CREATE TABLE evidence (
    id              TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of the original
    title           TEXT NOT NULL,              -- empty once it is erased
    agency          TEXT NOT NULL,              -- whose it is; empty for every agency's
    hierarchy       TEXT NOT NULL,              -- of the area that owns it; empty for the whole agency
    area            TEXT NOT NULL,
    class           TEXT NOT NULL CHECK (class IN ('Public', 'Internal', 'Restricted')),
    purpose         TEXT NOT NULL,              -- what a restricted document is kept for; empty otherwise, and once it is erased
    keep_until      TEXT NOT NULL,              -- the day on which it is due to be erased
    put_by          TEXT NOT NULL,
    put_at          TEXT NOT NULL,
    erased_by       TEXT NOT NULL,              -- empty while it is here, as the next two
    erased_at       TEXT NOT NULL,
    erased_reason   TEXT NOT NULL,
    CHECK ((hierarchy = '') = (area = '')),
    CHECK (erased_at <> '' OR (class = 'Restricted') = (purpose <> '')),
    CHECK ((erased_by = '') = (erased_at = '') AND (erased_reason = '') = (erased_at = '')),
    CHECK (erased_at = '' OR (title = '' AND purpose = ''))
) STRICT;

-- The original is 0; each later number is a redacted version, of which the last is shown.
CREATE TABLE evidence_version (
    evidence        TEXT NOT NULL REFERENCES evidence (id),
    ordinal         INTEGER NOT NULL CHECK (ordinal >= 0),
    file            TEXT NOT NULL UNIQUE,       -- SHA-256 of its content: a kept file, until it is erased
    sealed          TEXT NOT NULL,              -- SHA-256 of the sealed file
    size            INTEGER NOT NULL,
    kind            TEXT NOT NULL,              -- found in its content, such as pdf
    put_by          TEXT NOT NULL,
    put_at          TEXT NOT NULL,
    PRIMARY KEY (evidence, ordinal),
    CHECK ((ordinal = 0) = (file = evidence))
) STRICT;

CREATE TRIGGER evidence_is_only_erased BEFORE UPDATE ON evidence
WHEN OLD.erased_at <> '' OR NEW.erased_at = '' OR NEW.id <> OLD.id OR NEW.agency <> OLD.agency OR NEW.hierarchy <> OLD.hierarchy
    OR NEW.area <> OLD.area OR NEW.class <> OLD.class OR NEW.keep_until <> OLD.keep_until OR NEW.put_by <> OLD.put_by OR NEW.put_at <> OLD.put_at
BEGIN SELECT RAISE(ABORT, 'evidence is erased, never changed'); END;

CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is erased, never deleted'); END;

CREATE TRIGGER evidence_version_is_never_changed BEFORE UPDATE ON evidence_version
BEGIN SELECT RAISE(ABORT, 'a version of evidence is never changed'); END;

CREATE TRIGGER evidence_version_is_never_deleted BEFORE DELETE ON evidence_version
BEGIN SELECT RAISE(ABORT, 'a version of evidence is never deleted'); END;

-- A kept file is forgotten when the evidence that it was is erased, and in no other case.
DROP TRIGGER kept_file_is_never_forgotten;

CREATE TRIGGER kept_file_is_forgotten_when_erased BEFORE DELETE ON kept_file
WHEN NOT EXISTS (
    SELECT 1 FROM evidence_version JOIN evidence ON evidence.id = evidence_version.evidence
    WHERE evidence_version.file = OLD.id AND evidence.erased_at <> '')
    OR EXISTS (SELECT 1 FROM pack_file WHERE pack_file.file = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a kept file is never forgotten'); END;
